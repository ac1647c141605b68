import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findConflict } from './conflict.ts';
import { ContentError, type Problem } from './problem.ts';
import { fromProject } from '../files/project.ts';

/** An address that was published once, with the id of its story. */
export interface PublishedAddress {
  /** Below the front page, `/2021/03/09/kosovo-sends-troops-to-kuwait/`. */
  path: string;
  id: string;
  /** Its line in the file. */
  line: number;
}

/** The addresses of every story that was ever published, from a file that is committed with the content. */
export interface Lock {
  /** Its path from the project’s root. */
  file: string;
  addresses: PublishedAddress[];
}

const head = `# Every published address, with the id of its story. The build adds to this file. Commit it with the
# content, and do not remove an address that readers may have: each must keep leading somewhere.
`;

const keepBoth =
  'Resolve the merge: keep every line of both sides, and delete those of <<<<<<<, ======= and >>>>>>>.';

/**
 * Reads addresses.lock.
 * @param content the content folder
 * @throws {ContentError} when a line cannot be read
 */
export function readLock(content: string): Lock {
  const path = join(content, 'addresses.lock');
  const file = fromProject(path);
  const problems: Problem[] = [];
  const addresses: PublishedAddress[] = [];
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const conflict = findConflict(text);
  if (conflict) throw new ContentError([{ file, ...conflict, fix: keepBoth }]);
  const lines = text.split(/\r?\n/);
  lines.forEach((text, index) => {
    if (text === '' || text.startsWith('#')) return;
    const { path, id } = /^(?<path>\/\S+\/) (?<id>[0-9a-f-]{36})$/.exec(text)?.groups ?? {};
    if (path && id) addresses.push({ path, id, line: index + 1 });
    else
      problems.push({
        file,
        line: index + 1,
        column: 1,
        summary: 'This line is not an address and the id of its story.',
        fix: 'Undo the change to this line, or resolve the merge and keep every line of both sides.',
      });
  });
  if (problems.length > 0) throw new ContentError(problems);
  return { file, addresses };
}

/**
 * Adds addresses to addresses.lock; the file is written only when one is new.
 * @returns how many are new
 */
export function addToLock(lock: Lock, published: { path: string; id: string }[]): number {
  const known = new Map(lock.addresses.map(({ path, id }) => [path, id]));
  const added = newIn(lock, published);
  // The unfinished file of a command that was killed.
  const unfinished = `${lock.file}.next`;
  rmSync(unfinished, { force: true });
  if (added === 0) return 0;
  for (const { path, id } of published) known.set(path, id);
  const lines = [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, id]) => `${path} ${id}\n`);
  try {
    writeFileSync(unfinished, head + lines.join(''));
    renameSync(unfinished, lock.file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return added;
}

/** How many addresses are not in addresses.lock. */
export function newIn({ addresses }: Lock, published: { path: string }[]): number {
  const known = new Set(addresses.map(({ path }) => path));
  return new Set(published.map(({ path }) => path).filter((path) => !known.has(path))).size;
}
