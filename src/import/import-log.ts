import { writeWhole } from '../files/write-whole.ts';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findConflict } from '../desk/conflict.ts';
import { ContentError } from '../desk/problem.ts';
import { fromProject } from '../files/project.ts';

/** The file that an import wrote for a story, with a digest of its content at that time. */
export interface Entry {
  digest: string;
  /** The story's file within the content folder, with forward slashes. */
  path: string;
}

/**
 * `imports.lock` in the content folder, with a line `id digest path` for every imported story. By it, a
 * repeated import finds its story again and recognizes whether an editor has changed it.
 */
export class ImportLog {
  readonly #file: string;
  readonly #entries = new Map<string, Entry>();

  /**
   * @param content the content folder
   * @throws {ContentError} when it has an unresolved merge conflict
   */
  constructor(content: string) {
    this.#file = join(content, 'imports.lock');
    if (!existsSync(this.#file)) return;
    const text = readFileSync(this.#file, 'utf8');
    const conflict = findConflict(text);
    if (conflict) throw new ContentError([{ file: fromProject(this.#file), ...conflict }]);
    for (const line of text.split('\n')) {
      const { id, digest, path } =
        /^(?<id>[0-9a-f-]{36}) (?<digest>[0-9a-f]{32}) (?<path>articles\/\S.*)$/.exec(line)
          ?.groups ?? {};
      // The import never writes a path outside the content folder.
      if (id && digest && path && !path.split('/').includes('..'))
        this.#entries.set(id, { digest, path });
    }
  }

  /** What was written for a story, if anything. */
  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Logs a story at once, so that an interrupted import knows what it wrote. */
  note(id: string, entry: Entry): void {
    this.#entries.set(id, entry);
    appendFileSync(this.#file, `${id} ${entry.digest} ${entry.path}\n`);
  }

  /** Rewrites the log with a line for each story, sorted by id, so that diffs stay small. */
  close(): void {
    if (this.#entries.size === 0) return;
    const lines = [...this.#entries]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { digest, path }]) => `${id} ${digest} ${path}\n`);
    const text = lines.join('');
    if (existsSync(this.#file) && readFileSync(this.#file, 'utf8') === text) return;
    writeWhole(this.#file, text);
  }
}
