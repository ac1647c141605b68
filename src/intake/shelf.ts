import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Objection } from '../desk/fault.ts';
import { digestOf } from './identity.ts';
import { Ledger } from './ledger.ts';

/** What happened to a story that was put on the shelf. */
export type Outcome = 'new' | 'updated' | 'unchanged' | 'left alone';

/** Where a story lies and what was done there. */
export interface Shelved {
  outcome: Outcome;
  /** Why, in words for an editor. */
  why: string;
  /** The story's file within the content folder. */
  path: string;
}

/** The folder of the stories: puts imported ones in it and never touches an editor's work. */
export class Shelf {
  readonly #content: string;
  readonly #ledger: Ledger;
  readonly #slugs = new Set<string>();
  readonly #byId = new Map<string, string>();

  /** @param content the content folder */
  constructor(content: string) {
    this.#content = content;
    this.#ledger = new Ledger(content);
    const articles = join(content, 'articles');
    if (!existsSync(articles)) return;
    for (const name of readdirSync(articles, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.md')) continue;
      const path = `articles/${name.replaceAll(sep, '/')}`;
      this.#slugs.add(slugOf(path));
      const id = readId(join(articles, name));
      if (id) this.#byId.set(id, path);
    }
  }

  /**
   * Puts a story on the shelf, unless it is there already or an editor has worked on it.
   * @param folder within the content folder, for a story that is new, `articles/2021/03`
   * @throws {Objection} when the folder is not within the stories
   */
  put(id: string, markdown: string, folder: string, slug: string): Shelved {
    const digest = digestOf(markdown).slice(0, 32);
    const entry = this.#ledger.get(id);
    const path = entry?.path ?? this.#byId.get(id);
    if (path === undefined) {
      const place = `${this.#within(folder)}/${this.#free(slug)}/index.md`;
      this.#write(id, place, markdown, digest);
      return { outcome: 'new', why: 'a draft', path: place };
    }
    const file = join(this.#content, path);
    if (!existsSync(file)) {
      const moved = this.#byId.get(id);
      const why = moved
        ? `moved to ${moved} since`
        : 'taken away since; to have it again, delete its line in imports.lock';
      return { outcome: 'left alone', why, path: moved ?? path };
    }
    const now = digestOf(readFileSync(file, 'utf8')).slice(0, 32);
    if (now === digest) return { outcome: 'unchanged', why: 'the same as before', path };
    if (!entry || now !== entry.digest) return { outcome: 'left alone', why: 'edited since', path };
    this.#write(id, path, markdown, digest);
    return { outcome: 'updated', why: 'nobody had edited it', path };
  }

  /** Brings the ledger into order; call it when everything is on the shelf. */
  close(): void {
    this.#ledger.close();
  }

  #within(folder: string): string {
    const articles = resolve(this.#content, 'articles');
    const way = relative(articles, resolve(this.#content, folder));
    if (way.split(sep).includes('..') || resolve(way) === way)
      throw new Objection(
        `The folder ${folder} is not within articles/.`,
        'Name a folder in articles/, such as --into 2021/03.',
      );
    return ['articles', ...way.split(sep).filter(Boolean)].join('/');
  }

  #free(slug: string): string {
    let free = slug;
    for (let number = 2; this.#slugs.has(free); number += 1) free = `${slug}-${number}`;
    this.#slugs.add(free);
    return free;
  }

  #write(id: string, path: string, markdown: string, digest: string): void {
    const file = join(this.#content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, markdown);
    renameSync(`${file}.${process.pid}`, file);
    this.#byId.set(id, path);
    this.#ledger.note(id, { digest, path });
  }
}

/** `…/a-story/index.md` and `…/a-story.md` are both `a-story`. */
function slugOf(path: string): string {
  return basename(path) === 'index.md' ? basename(dirname(path)) : basename(path, '.md');
}

/** The id in a story's frontmatter; its first lines are enough to find it. */
function readId(file: string): string | undefined {
  const head = Buffer.alloc(4096);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, head);
  closeSync(descriptor);
  return /^id:\s*["']?([0-9a-f-]{36})/im.exec(head.toString('utf8', 0, length))?.[1]?.toLowerCase();
}
