import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Objection } from '../desk/fault.ts';
import { digestOf } from './identity.ts';
import { Ledger } from './ledger.ts';
import { Register } from './register.ts';

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
  /** What all stories have, the imported ones included. */
  readonly register: Register;

  /**
   * @param content the content folder
   * @param timeZone the newsroom's
   * @throws {Refusal} when addresses.lock cannot be read
   */
  constructor(content: string, timeZone: string) {
    this.#content = content;
    this.#ledger = new Ledger(content);
    this.register = new Register(content, timeZone);
  }

  /**
   * Finds the place for a story: where it lies already or has lain, or a new one.
   * @param folder within the content folder, for a story that is new, `articles/2021/03`
   * @returns its file within the content folder
   * @throws {Objection} when the folder is not within the stories
   */
  placeFor(id: string, folder: string, slug: string): string {
    const known = this.#ledger.get(id)?.path ?? this.register.pathOf(id);
    return known ?? `${this.#within(folder)}/${this.register.freeName(slug, id)}/index.md`;
  }

  /**
   * Puts a story on the shelf, unless it is there already or an editor has worked on it.
   * @param path the place that was found for it
   */
  put(id: string, markdown: string, path: string): Shelved {
    const digest = digestOf(markdown).slice(0, 32);
    const entry = this.#ledger.get(id);
    const lies = this.register.pathOf(id);
    if (!entry && lies === undefined) {
      this.#write(id, path, markdown, digest);
      return { outcome: 'new', why: 'a draft', path };
    }
    const file = join(this.#content, path);
    if (!existsSync(file)) {
      const why = lies
        ? `moved to ${lies} since`
        : 'taken away since; to have it again, delete its line in imports.lock';
      return { outcome: 'left alone', why, path: lies ?? path };
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

  #write(id: string, path: string, markdown: string, digest: string): void {
    const file = join(this.#content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, markdown);
    renameSync(`${file}.${process.pid}`, file);
    this.register.note(path, markdown);
    this.#ledger.note(id, { digest, path });
  }
}
