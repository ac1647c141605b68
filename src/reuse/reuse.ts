import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article, Edition } from '../edition/edition.ts';
import { splashOf } from '../edition/listing.ts';
import { wireLength } from '../outputs/wire/wire.ts';
import { codeDigest } from './code.ts';
import { readRecord, writeRecord, type BuildRecord, type Standing } from './record.ts';
import { shownBy } from './shown.ts';
import { usesIn } from './uses.ts';

/** Where what stands is kept between builds, as in the site; it may be deleted at any time. */
const folder = () => join(process.env.CACHE ?? '.cache', 'standing');

/** What of the last build can stand in the next one. */
export interface Reuse {
  /** Pages and files by their paths, `/news/2021/03/09/a-story/`. */
  standing: Set<string>;
  /** Those that have to be made, or made again. */
  due: string[];
  /** Why nothing stands, if that has one reason for all. */
  reason:
    | 'there is no build before it'
    | 'the code changed'
    | 'what every page shows changed'
    | undefined;
  /** The stories that are shown on what has to be made. */
  wanted: Set<Article>;
  /** Lays into a new site what stands. */
  layAgain(site: string): void;
  /** Keeps a finished site for the next build. */
  keep(site: string): void;
}

/**
 * Decides what of the last build can stand.
 * @param named files that have a digest of what is in them in their names, below the front page
 */
export function planReuse(edition: Edition, named: string[]): Reuse {
  const last = readRecord(join(folder(), 'record'));
  const code = codeDigest();
  const next: BuildRecord = { code, files: new Map(), digests: new Map() };
  const shown = shownBy(edition, code, (file) => {
    const { size, mtimeMs: mtime } = statSync(file);
    const known = last.digests.get(file);
    const isSame = known?.size === size && known.mtime === mtime;
    const digest = isSame ? known.digest : digestOf(readFileSync(file));
    next.digests.set(file, { size, mtime, digest });
    return digest;
  });

  const judged = new Map<string, boolean>();
  const stands = (name: string, key: string): boolean => {
    const known = last.files.get(name);
    if (known?.key !== key) return false;
    const isWhole = judged.get(name) ?? (isUntouched(name, known) && known.uses.every(stand));
    judged.set(name, isWhole);
    return isWhole;
  };
  const stand = (name: string) => stands(name, '');
  const standing = new Set<string>();
  const wanted = new Set(shownAlways(edition));
  for (const [path, { files, key, articles }] of shown)
    if (files.every((name) => stands(name, key))) standing.add(path);
    else for (const article of articles) wanted.add(article);
  const filesOf = (path: string) => shown.get(path)!.files;

  return {
    standing,
    due: [...shown.keys()].filter((path) => !standing.has(path)),
    reason: standing.size === 0 ? reasonFor(last, code) : undefined,
    wanted,
    layAgain(site) {
      const names = [...standing].flatMap(filesOf);
      const uses = names.flatMap((name) => last.files.get(name)!.uses);
      layAll(new Set([...names, ...uses, ...named.filter(stand)]), folder(), site);
    },
    keep(site) {
      const find = usesIn(edition.publication.url);
      for (const [path, { files, key }] of shown)
        for (const name of files) {
          const uses = standing.has(path)
            ? last.files.get(name)!.uses
            : find(readFileSync(join(site, name), 'utf8'));
          // What names a file that is not there is made again each time, rather than kept wrong.
          if (!uses.every((use) => existsSync(join(site, use)))) continue;
          next.files.set(name, { key, uses, ...placed(name, site) });
          for (const use of uses)
            if (!next.files.has(use))
              next.files.set(use, { key: '', uses: [], ...placed(use, site) });
        }
      for (const name of named) next.files.set(name, { key: '', uses: [], ...placed(name, site) });
      for (const name of last.files.keys())
        if (!next.files.has(name)) rmSync(join(folder(), name), { force: true });
      writeRecord(join(folder(), 'record'), next);
    },
  };
}

function reasonFor(last: BuildRecord, code: string): Reuse['reason'] {
  if (last.files.size === 0) return 'there is no build before it';
  return last.code === code ? 'what every page shows changed' : 'the code changed';
}

const digestOf = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex');

/** The stories with pictures on what is made at every build: the front page, and what partners read. */
const shownAlways = (edition: Edition) => {
  const splash = splashOf(edition);
  return [...edition.articles.slice(0, wireLength), ...(splash ? [splash] : [])];
};

/** Whether a file is as it was kept. Who changes one in the site changes it here, where both are one. */
function isUntouched(name: string, { size, mtime }: Standing): boolean {
  const stat = statSync(join(folder(), name), { throwIfNoEntry: false });
  return stat?.size === size && stat.mtimeMs === mtime;
}

/** Keeps a file of a site, if it is not the one that is kept already; tells what to know it by. */
function placed(name: string, site: string): Pick<Standing, 'size' | 'mtime'> {
  const kept = join(folder(), name);
  const { ino, size, mtimeMs: mtime } = statSync(join(site, name));
  if (statSync(kept, { throwIfNoEntry: false })?.ino === ino) return { size, mtime };
  rmSync(kept, { force: true });
  layAll([name], site, folder());
  return { size, mtime: statSync(kept).mtimeMs };
}

/** Links files where that can be done: to copy as many as there are stories takes forty times as long. */
function layAll(names: Iterable<string>, from: string, to: string): void {
  const made = new Set<string>();
  for (const name of names) {
    const place = join(to, name);
    const parent = dirname(place);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    try {
      linkSync(join(from, name), place);
    } catch {
      copyFileSync(join(from, name), place);
    }
  }
}
