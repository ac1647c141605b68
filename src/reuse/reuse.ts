import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Edition } from '../edition/edition.ts';
import { splashOf } from '../edition/listing.ts';
import { digestOf } from '../files/digest.ts';
import { layFiles } from '../files/lay.ts';
import { stampOf } from '../files/stamp.ts';
import type { Found } from '../outputs/hosts/built-site.ts';
import { formsOf } from '../outputs/packed.ts';
import { wireLength } from '../outputs/wire/wire.ts';
import { readRecord, writeRecord, type BuildRecord, type Readied, type Standing } from './record.ts';
import { shownBy } from './shown.ts';
import { usesIn } from './uses.ts';

/** What decides, beside the content, what a build makes. */
const decisive = 'astro.config.mjs package-lock.json public/favicon.svg src tsconfig.json'.split(' ');

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
  /** What is known of files that stand. */
  known: Readied;
  /** Lays into a new site what stands. */
  layAgain(site: string): void;
  /** Keeps a finished site for the next build. */
  keep(site: string, readied: Readied): void;
}

/** Decides what of the last build can stand. */
export function planReuse(edition: Edition): Reuse {
  const last = readRecord(join(folder(), 'record'));
  const code = digestOf(decisive, process.version);
  const next: BuildRecord = { code, files: new Map(), digests: new Map() };
  const shown = shownBy(edition, code, (file) => {
    const stamp = stampOf(file)?.text;
    const known = last.digests.get(file);
    const isSame = known !== undefined && known.stamp === stamp;
    const digest = isSame ? known.digest : digestOf([file]);
    if (stamp !== undefined) next.digests.set(file, { stamp, digest });
    return digest;
  });

  const judged = new Map<string, boolean>();
  const stands = (name: string, key: string): boolean => {
    const known = last.files.get(name);
    if (known?.key !== key) return false;
    const isWhole =
      judged.get(name) ??
      (isUntouched(name, known) && known.uses.every((use) => stands(use, '')));
    judged.set(name, isWhole);
    return isWhole;
  };
  const standing = new Set<string>();
  const wanted = new Set(shownAlways(edition));
  for (const [path, { files, key, articles }] of shown)
    if (files.every((name) => stands(name, key))) standing.add(path);
    else for (const article of articles) wanted.add(article);
  const names = [...standing].flatMap((path) => shown.get(path)!.files);
  const uses = names.flatMap((name) => last.files.get(name)!.uses);
  const laid = new Set([...names, ...uses]);

  return {
    standing,
    due: [...shown.keys()].filter((path) => !standing.has(path)),
    reason: standing.size === 0 ? reasonFor(last, code) : undefined,
    wanted,
    known: readiedOf(last, laid),
    layAgain(site) {
      layFiles(laid, folder(), site);
    },
    keep(site, { found, packed }) {
      for (const name of laid) next.files.set(name, last.files.get(name)!);
      const find = usesIn(edition.publication.url);
      const keepFile = (name: string, key: string, uses: string[]) => {
        const forms = packed.has(name) ? formsOf(name) : [];
        const ready = { found: found.get(name), packed: packed.get(name) };
        next.files.set(name, { key, uses: [...uses, ...forms], ...ready, ...keptOf(name, site) });
        for (const form of forms)
          next.files.set(form, { key: '', uses: [], ...keptOf(form, site) });
      };
      for (const [path, { files, key }] of shown) {
        if (standing.has(path)) continue;
        for (const name of files) {
          const uses = find(readFileSync(join(site, name), 'utf8'));
          // What names a file that is not there is made again each time, rather than kept wrong.
          if (!uses.every((use) => existsSync(join(site, use)))) continue;
          keepFile(name, key, uses);
          for (const use of uses) if (!next.files.has(use)) keepFile(use, '', []);
        }
      }
      for (const name of last.files.keys())
        if (!next.files.has(name)) rmSync(join(folder(), name), { force: true });
      writeRecord(join(folder(), 'record'), next);
    },
  };
}

/** What is known of some of the files of a build. */
function readiedOf({ files }: BuildRecord, names: Set<string>): Readied {
  const [found, packed] = [new Map<string, Found>(), new Map<string, string>()];
  for (const name of names) {
    const known = files.get(name)!;
    if (known.found) found.set(name, known.found);
    if (known.packed) packed.set(name, known.packed);
  }
  return { found, packed };
}

function reasonFor(last: BuildRecord, code: string): Reuse['reason'] {
  if (last.files.size === 0) return 'there is no build before it';
  return last.code === code ? 'what every page shows changed' : 'the code changed';
}

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
function keptOf(name: string, site: string): Pick<Standing, 'size' | 'mtime'> {
  const kept = join(folder(), name);
  const { ino, size, mtimeMs: mtime } = statSync(join(site, name));
  if (statSync(kept, { throwIfNoEntry: false })?.ino === ino) return { size, mtime };
  rmSync(kept, { force: true });
  layFiles([name], site, folder());
  return { size, mtime: statSync(kept).mtimeMs };
}
