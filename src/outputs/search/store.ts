import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { CustomRecord } from 'pagefind';
import { fromGalley } from '../../desk/galley.ts';
import type { Article, Edition } from '../../edition/edition.ts';
import { bundler, writeBundle } from './bundle.ts';
import { byLanguage } from './languages.ts';
import { searchRecord } from './record.ts';

/** Finished bundles are kept in a folder that may be deleted at any time. */
const shelf = () => join(process.env.CACHE ?? '.cache', 'search');

/**
 * Lays out what a browser needs to search the stories of an edition: a bundle for each language. One
 * whose stories have not changed is taken from the last build.
 * @param folder is made, with a folder of each language
 * @param tell is told how many stories of a language are in its new bundle
 */
export async function laySearch(
  edition: Edition,
  folder: string,
  tell: (done: number) => void,
): Promise<void> {
  const used = new Set<string>();
  for (const [language, articles] of byLanguage(edition)) {
    const name = await kept(language, articles, tell);
    used.add(name);
    layOut(join(shelf(), name), join(folder, language));
  }
  // A bundle is as large as all texts; of a site that changes daily there would be hundreds.
  if (used.size > 0)
    for (const name of readdirSync(shelf()))
      if (!used.has(name)) rmSync(join(shelf(), name), { recursive: true });
}

/** @returns the name under which the bundle of a language is kept, made now if it is not there yet */
async function kept(
  language: string,
  articles: Article[],
  tell: (done: number) => void,
): Promise<string> {
  const hash = createHash('sha256').update(bundler());
  for (const article of articles) hash.update(JSON.stringify(recordOf(article, language)));
  const name = hash.digest('hex').slice(0, 32);
  const place = join(shelf(), name);
  if (existsSync(place)) return name;
  // Made again rather than held: all texts of a long archive at once are more than memory is for.
  function* records(): Generator<CustomRecord> {
    let done = 0;
    for (const article of articles) {
      yield recordOf(article, language);
      tell((done += 1));
    }
  }
  mkdirSync(shelf(), { recursive: true });
  // Renamed when it is whole: a build that is killed leaves no half of one.
  const unfinished = `${place}.${process.pid}`;
  await writeBundle(records(), unfinished);
  renameSync(unfinished, place);
  return name;
}

function recordOf(article: Article, language: string): CustomRecord {
  if (article.retraction) return searchRecord(article, [], language);
  const galley = fromGalley(article.galley);
  if (!galley) throw new Error(`The text of ${article.file} is gone from the cache: build again.`);
  return searchRecord(article, galley.body.blocks, language);
}

/** Links each file where that can be done: to copy as many as there are stories takes forty times as long. */
function layOut(from: string, to: string): void {
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    const place = join(to, file.slice(from.length));
    mkdirSync(dirname(place), { recursive: true });
    try {
      linkSync(file, place);
    } catch {
      copyFileSync(file, place);
    }
  }
}
