import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Edition } from '../edition/edition.ts';
import { splashOf } from '../edition/listing.ts';
import { newestOf } from '../edition/newest.ts';
import { digestOf } from '../files/digest.ts';
import { settledFromNow, signatureOf } from '../files/signature.ts';
import type { Found } from '../outputs/hosts/built-site.ts';
import { variantsOf } from '../outputs/precompress.ts';
import { closeMirror, keepFile, lastRecord, mirror } from './mirror.ts';
import type { BuildRecord, Readied } from './record.ts';
import { shownBy, type Shown } from './shown.ts';
import { usesIn } from './uses.ts';

/** What decides, beside the content, what a build makes. */
const decisive = 'astro.config.mjs package-lock.json public/favicon.svg src tsconfig.json'.split(
  ' ',
);

/** What of the last build can stand in the next one. */
export interface Reuse {
  /** Pages and files by their paths, `/news/2021/03/09/a-story/`. */
  standing: Set<string>;
  /** Those that have to be made, or made again. */
  due: string[];
  /** Why they have to be, in words: `2 new, 31 changed`; none where nothing has to be. */
  reason: string | undefined;
  /** The stories that are shown on what has to be made. */
  wanted: Set<Article>;
  /** What is known of files that stand. */
  known: Readied;
  /** All that stands and what it shows, by paths below the front page. */
  reused: Set<string>;
  /** Keeps a finished site for the next build. */
  keep(site: string, readied: Readied): void;
}

/**
 * Decides what of the last build can stand.
 * @param damaged files that are not as they were kept
 */
export function planReuse(edition: Edition, damaged: Iterable<string>): Reuse {
  const last = lastRecord();
  const code = digestOf(decisive, process.version);
  const next: BuildRecord = { code, files: new Map(), digests: new Map() };
  const isSettled = settledFromNow(mirror());
  const shown = shownBy(edition, code, (file) => {
    const signature = signatureOf(file);
    const known = last.digests.get(file);
    const isSame = known !== undefined && known.signature === signature?.text;
    const digest = isSame ? known.digest : digestOf([file]);
    if (signature && isSettled(signature))
      next.digests.set(file, { signature: signature.text, digest });
    return digest;
  });

  const whole = new Map(last.files);
  for (const name of damaged) whole.delete(name);
  const stands = (name: string, key: string): boolean => {
    const known = whole.get(name);
    return known?.key === key && known.uses.every((use) => stands(use, ''));
  };
  const standing = new Set<string>();
  const reused = new Set<string>();
  const wanted = new Set(shownAlways(edition));
  for (const [path, { files, key, articles }] of shown)
    if (files.every((name) => stands(name, key))) {
      standing.add(path);
      for (const name of files) for (const one of [name, ...whole.get(name)!.uses]) reused.add(one);
    } else for (const article of articles) wanted.add(article);

  const due = [...shown.keys()].filter((path) => !standing.has(path));
  return {
    standing,
    due,
    reason: reasonFor(
      last,
      code,
      due.map((path) => shown.get(path)!),
      standing.size > 0,
    ),
    wanted,
    known: readiedOf(last, reused),
    reused,
    keep(site, { found, precompressed }) {
      for (const name of reused) next.files.set(name, last.files.get(name)!);
      const find = usesIn(edition.publication.url);
      const keep = (name: string, key: string, uses: string[]) => {
        const variants = precompressed.has(name) ? variantsOf(name) : [];
        const ready = { found: found.get(name), precompressed: precompressed.get(name) };
        next.files.set(name, {
          key,
          uses: [...uses, ...variants],
          ...ready,
          ...keepFile(name, site),
        });
        for (const variant of variants)
          next.files.set(variant, { key: '', uses: [], ...keepFile(variant, site) });
      };
      for (const [path, { files, key }] of shown) {
        if (standing.has(path)) continue;
        for (const name of files) {
          const uses = find(readFileSync(join(site, name), 'utf8'));
          // What names a file that is not there is made again each time, rather than kept wrong.
          if (!uses.every((use) => existsSync(join(site, use)))) continue;
          keep(name, key, uses);
          for (const use of uses) if (!next.files.has(use)) keep(use, '', []);
        }
      }
      closeMirror(last, next);
    },
  };
}

/** What is known of some of the files of a build. */
function readiedOf({ files }: BuildRecord, names: Set<string>): Readied {
  const [found, precompressed] = [new Map<string, Found>(), new Map<string, string>()];
  for (const name of names) {
    const known = files.get(name)!;
    if (known.found) found.set(name, known.found);
    if (known.precompressed) precompressed.set(name, known.precompressed);
  }
  return { found, precompressed };
}

/** Why something is due, in words. */
function reasonFor(
  last: BuildRecord,
  code: string,
  due: Shown[],
  doesAnyStand: boolean,
): string | undefined {
  if (last.files.size === 0) return 'there is no build before it';
  if (last.code !== code) return 'the code changed';
  if (due.length > 0 && !doesAnyStand) return 'what every page shows changed';
  const before = due.map(({ files }) => last.files.get(files[0]!));
  const counts = [
    [before.filter((one) => !one).length, 'new'],
    [before.filter((one, at) => one && one.key !== due[at]!.key).length, 'changed'],
    [before.filter((one, at) => one?.key === due[at]!.key).length, 'damaged in the cache'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return told.length > 0 ? told.join(', ') : undefined;
}

/** The stories with pictures on what is made at every build: the front page, and what partners read. */
const shownAlways = (edition: Edition) => {
  const splash = splashOf(edition);
  return [...newestOf(edition, edition), ...(splash ? [splash] : [])];
};
