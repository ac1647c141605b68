import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edition } from '../../src/edition/model.ts';
import { indexStories } from '../../src/search/search.ts';
import { shardsOf } from '../../src/search/shards.ts';

/** A folder that is not there yet. */
export const emptyFolder = () => join(mkdtempSync(join(tmpdir(), 'newsroom-search-')), 'search');

/** Every file of a folder with its bytes, by path. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

/**
 * Lays out the search of an edition in small shards.
 * @returns where, and how many stories have been indexed for it
 */
export async function laid(edition: Edition, full = 6, small = 2) {
  const folder = emptyFolder();
  let indexed = 0;
  const writeIndex = await indexStories(
    edition,
    (done) => (indexed = done),
    undefined,
    (articles) => shardsOf(articles, { full, small }),
  );
  await writeIndex(folder);
  return { folder, indexed };
}
