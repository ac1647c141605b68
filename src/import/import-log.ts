import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findConflict } from '../desk/conflict.ts';
import { ContentError } from '../desk/problem.ts';

/** What an import wrote for a story: where, and a digest of the file as it was then. */
export interface Entry {
  digest: string;
  /** The story's file within the content folder, with forward slashes. */
  path: string;
}

/**
 * `imports.lock` in the content folder: a line `id digest path` for every story that was imported,
 * by which the same copy finds its story again and an editor's work is told from the import's own.
 */
export class ImportLog {
  readonly #file: string;
  readonly #entries = new Map<string, Entry>();

  /**
   * @param content the content folder
   * @throws {ContentError} when a merge was left unresolved in it
   */
  constructor(content: string) {
    this.#file = join(content, 'imports.lock');
    if (!existsSync(this.#file)) return;
    const text = readFileSync(this.#file, 'utf8');
    const conflict = findConflict(text);
    if (conflict) throw new ContentError([{ file: relative('', this.#file), ...conflict }]);
    for (const line of text.split('\n')) {
      const { id, digest, path } =
        /^(?<id>[0-9a-f-]{36}) (?<digest>[0-9a-f]{32}) (?<path>articles\/\S.*)$/.exec(line)
          ?.groups ?? {};
      // A path that leads out of the content was not written here.
      if (id && digest && path && !path.split('/').includes('..'))
        this.#entries.set(id, { digest, path });
    }
  }

  /** What was written for a story, if anything was. */
  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Notes a story at once, so that an import that is broken off knows what it wrote. */
  note(id: string, entry: Entry): void {
    this.#entries.set(id, entry);
    appendFileSync(this.#file, `${id} ${entry.digest} ${entry.path}\n`);
  }

  /** Writes the log anew: a line for each story, in the order of ids, so that diffs stay small. */
  close(): void {
    if (this.#entries.size === 0) return;
    const lines = [...this.#entries]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { digest, path }]) => `${id} ${digest} ${path}\n`);
    const text = lines.join('');
    if (existsSync(this.#file) && readFileSync(this.#file, 'utf8') === text) return;
    writeFileSync(`${this.#file}.${process.pid}`, text);
    renameSync(`${this.#file}.${process.pid}`, this.#file);
  }
}
