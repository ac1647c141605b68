import { hash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { FixableError } from '../desk/problem.ts';
import { markdownIn } from '../desk/content-files.ts';
import type { Vocabulary } from '../desk/schema/vocabulary.ts';
import type { Surroundings } from './former-address.ts';
import { ImportLog } from './import-log.ts';
import { KnownIds } from './known-ids.ts';

/** What happened to a story that was to be written. */
export type Outcome = 'new' | 'updated' | 'unchanged' | 'left alone';

/** Where a story is and what was done there. */
export interface PutDraft {
  outcome: Outcome;
  /** Why, in words for editors. */
  why: string;
  /** The story's file within the content folder. */
  path: string;
}

/** Where a story comes from. */
export interface Source {
  /** The file. */
  from: string;
  version?: number | undefined;
}

/** The folder of the stories. It writes imported stories and never touches an editor's work. */
export class DraftsFolder {
  readonly #content: string;
  readonly #log: ImportLog;
  /** What this import has written, by file and id. */
  readonly #put = new Map<string, { digest: string; version?: number | undefined }>();
  /** The ids, names and addresses of all stories, including imported ones. */
  readonly ids: KnownIds;
  readonly surroundings: Surroundings;

  /**
   * @param content the content folder
   * @param vocabulary the newsroom's vocabulary
   * @throws {ContentError} when addresses.lock cannot be read
   */
  constructor(
    content: string,
    { publication, sections }: Pick<Vocabulary, 'publication' | 'sections'>,
  ) {
    this.#content = content;
    this.#log = new ImportLog(content);
    this.ids = new KnownIds(content, publication.timeZone);
    const pages = markdownIn(join(content, 'pages')).map((name) => name.replace(/\.md$/, ''));
    this.surroundings = {
      base: new URL(publication.url).pathname,
      isTaken: (name) => sections.has(name) || pages.includes(name),
    };
  }

  /**
   * Finds the path for a story: where it is or was, or a new one.
   * @param folder for a new story, within the content folder, `articles/2021/03`
   * @returns its file within the content folder
   * @throws {FixableError} when the folder is not in the stories' folder
   */
  placeFor(id: string, folder: string, slug: string): string {
    const known = this.#log.get(id)?.path ?? this.ids.pathOf(id);
    return known ?? `${this.#within(folder)}/${this.ids.freeName(slug, id)}/index.md`;
  }

  /** Where an import wrote a story, within the content folder; undefined if none did. */
  writtenAt(id: string): string | undefined {
    return this.#log.get(id)?.path;
  }

  /**
   * Writes a story, unless it is unchanged or an editor has worked on it.
   * @param path the path from placeFor()
   * @param source the file that it comes from, and the version of the story
   * @throws {FixableError} when another story of that file has the same id
   */
  put(id: string, markdown: string, path: string, source: Source): PutDraft {
    const digest = hash('sha256', markdown).slice(0, 32);
    const before = this.#again(id, digest, source);
    if (before !== undefined)
      return { outcome: 'left alone', why: `version ${before} of it was imported before`, path };
    const entry = this.#log.get(id);
    const present = this.ids.pathOf(id);
    if (!entry && present === undefined) {
      this.#write(id, path, markdown, true);
      return { outcome: 'new', why: 'a draft', path };
    }
    const file = join(this.#content, path);
    if (!existsSync(file)) {
      const why = present
        ? `moved to ${present} since`
        : 'deleted since; to import it again, delete its line in imports.lock';
      return { outcome: 'left alone', why, path: present ?? path };
    }
    const now = hash('sha256', readFileSync(file, 'utf8')).slice(0, 32);
    if (now === digest) return { outcome: 'unchanged', why: 'the same as before', path };
    if (!entry || now !== entry.digest) return { outcome: 'left alone', why: 'edited since', path };
    this.#write(id, path, markdown, false);
    return { outcome: 'updated', why: 'not edited since', path };
  }

  /** Sorts the log; call it when everything has been written. */
  close(): void {
    this.#log.close();
  }

  #within(folder: string): string {
    const articles = resolve(this.#content, 'articles');
    const way = relative(articles, resolve(this.#content, folder));
    if (way.split(sep).includes('..') || resolve(way) === way)
      throw new FixableError(
        `The folder ${folder} is not in articles/.`,
        'Name a folder in articles/, such as --into 2021/03.',
      );
    return ['articles', ...way.split(sep).filter(Boolean)].join('/');
  }

  /**
   * Checks whether the same file already had a story with that id.
   * @returns the earlier story's version, if that is the later version
   */
  #again(id: string, digest: string, { from, version }: Source): number | undefined {
    const name = `${from}\n${id}`;
    const before = this.#put.get(name);
    if (before === undefined || before.digest === digest) {
      this.#put.set(name, { digest, version });
      return undefined;
    }
    if (before.version === undefined || version === undefined || before.version === version)
      throw new FixableError(
        'Another story in this file has the same id, so this one was not imported.',
        'Ask the sender which of the two is right.',
      );
    if (version < before.version) return before.version;
    this.#put.set(name, { digest, version });
    return undefined;
  }

  #write(id: string, path: string, markdown: string, isNew: boolean): void {
    const file = join(this.#content, path);
    mkdirSync(dirname(file), { recursive: true });
    const next = `${file}.${process.pid}`;
    try {
      writeFileSync(next, markdown);
      if (isNew) place(next, file);
      else renameSync(next, file);
    } finally {
      rmSync(next, { force: true });
    }
    this.ids.note(path, markdown);
    this.#log.note(id, { digest: hash('sha256', markdown).slice(0, 32), path });
  }
}

/** Gives a finished file its name atomically, and only if no other file has it. */
function place(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new FixableError(
        'Another program has just created a file where this story was to be written.',
        'Import again when that program has finished.',
      );
    // Some file systems do not support links.
    writeFileSync(name, readFileSync(file), { flag: 'wx' });
  }
}
