import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../edition/model.ts';
import { splashOf } from '../edition/listing.ts';
import { newestOf } from '../edition/newest.ts';
import { digestOf } from '../files/digest.ts';
import { settledFromNow, signatureOf } from '../files/signature.ts';
import { assetReferences } from '../hosting/asset-references.ts';
import type { PageFacts } from '../hosting/page-reader.ts';
import { variantsOf } from '../hosting/precompress.ts';
import { closeOutputCache, keepFile, lastBuildManifest, outputCache } from './output-cache.ts';
import type { BuildManifest, HostFacts } from './build-manifest.ts';
import { pageInputs, type PageInputs } from './page-inputs.ts';
import { inProject } from '../files/project.ts';

/** Inputs other than content that invalidate every page. */
const decisive = 'astro.config.mjs package-lock.json public/favicon.svg src tsconfig.json'.split(
  ' ',
);

/** What can be reused from the last build, and what has to be rendered. */
export interface BuildPlan {
  /** The paths of pages and files, `/news/2021/03/09/a-story/`. */
  unchanged: Set<string>;
  /** The paths that have to be rendered. */
  stale: string[];
  /** The reason for rendering, in words: `2 new, 31 changed`; undefined if nothing is stale. */
  reason: string | undefined;
  /** The ids of the stories on stale pages. */
  toRender: Set<string>;
  /** Facts about reused files for the host. */
  known: Omit<HostFacts, 'assets'>;
  /** All reused files and their assets, by path relative to the front page. */
  reused: Set<string>;
  /** Caches a finished site for the next build. */
  keep(site: string, hostFacts: HostFacts): void;
}

/**
 * Decides what can be reused from the last build.
 * @param corrupt files that have changed in the cache
 */
export function planBuild(edition: Edition, corrupt: Iterable<string>): BuildPlan {
  const last = lastBuildManifest();
  const code = digestOf(
    decisive.map((path) => inProject(path)),
    process.version,
  );
  const next: BuildManifest = { code, files: new Map(), digests: new Map() };
  const isSettled = settledFromNow(outputCache());
  const shown = pageInputs(edition, code, (file) => {
    const signature = signatureOf(inProject(file));
    const known = last.digests.get(file);
    const isSame = known !== undefined && known.signature === signature?.text;
    const digest = isSame ? known.digest : digestOf([inProject(file)]);
    if (signature && isSettled(signature))
      next.digests.set(file, { signature: signature.text, digest });
    return digest;
  });

  const whole = new Map(last.files);
  for (const name of corrupt) whole.delete(name);
  const isUnchanged = (name: string, key: string): boolean => {
    const known = whole.get(name);
    return known?.key === key && known.assets.every((asset) => isUnchanged(asset, ''));
  };
  const unchanged = new Set<string>();
  const reused = new Set<string>();
  const toRender = new Set(shownAlways(edition));
  for (const [path, { files, key, stories }] of shown)
    if (files.every((name) => isUnchanged(name, key))) {
      unchanged.add(path);
      for (const name of files)
        for (const one of [name, ...whole.get(name)!.assets]) reused.add(one);
    } else for (const { id } of stories) toRender.add(id);

  const stale = [...shown.keys()].filter((path) => !unchanged.has(path));
  return {
    unchanged,
    stale,
    reason: reasonFor(
      last,
      code,
      stale.map((path) => shown.get(path)!),
      unchanged.size > 0,
    ),
    toRender,
    known: hostFactsOf(last, reused),
    reused,
    keep(site, { found, assets: shownBy, precompressed }) {
      for (const name of reused) next.files.set(name, last.files.get(name)!);
      const { inText } = assetReferences(edition.publication.url);
      const keep = (name: string, key: string, assets: string[]) => {
        const variants = precompressed.has(name) ? variantsOf(name) : [];
        const ready = { found: found.get(name), precompressed: precompressed.get(name) };
        next.files.set(name, {
          key,
          assets: [...assets, ...variants],
          ...ready,
          ...keepFile(name, site),
        });
        for (const variant of variants)
          next.files.set(variant, { key: '', assets: [], ...keepFile(variant, site) });
      };
      for (const [path, { files, key }] of shown) {
        if (unchanged.has(path)) continue;
        for (const name of files) {
          const assets = shownBy.get(name) ?? inText(readFileSync(join(site, name), 'utf8'));
          // A file that references a missing asset is not cached, so that each build renders it again.
          if (!assets.every((asset) => existsSync(join(site, asset)))) continue;
          keep(name, key, assets);
          for (const asset of assets) if (!next.files.has(asset)) keep(asset, '', []);
        }
      }
      closeOutputCache(last, next);
    },
  };
}

/** The host facts of some files of a build. */
function hostFactsOf({ files }: BuildManifest, names: Set<string>): BuildPlan['known'] {
  const [found, precompressed] = [new Map<string, PageFacts>(), new Map<string, string>()];
  for (const name of names) {
    const known = files.get(name)!;
    if (known.found) found.set(name, known.found);
    if (known.precompressed) precompressed.set(name, known.precompressed);
  }
  return { found, precompressed };
}

/** The reason why something is stale, in words. */
function reasonFor(
  last: BuildManifest,
  code: string,
  stale: PageInputs[],
  isAnyUnchanged: boolean,
): string | undefined {
  if (last.files.size === 0) return 'first build';
  if (last.code !== code) return 'code changed';
  if (stale.length > 0 && !isAnyUnchanged) return 'site-wide content changed';
  const before = stale.map(({ files }) => last.files.get(files[0]!));
  const counts = [
    [before.filter((one) => !one).length, 'new'],
    [before.filter((one, at) => one && one.key !== stale[at]!.key).length, 'changed'],
    [before.filter((one, at) => one?.key === stale[at]!.key).length, 'corrupt in the cache'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return told.length > 0 ? told.join(', ') : undefined;
}

/**
 * The ids of stories with pictures in files that every build renders: the front page, and files for
 * partners.
 */
const shownAlways = (edition: Edition) => {
  const splash = splashOf(edition);
  return [...newestOf(edition), ...(splash ? [splash] : [])].map(({ id }) => id);
};
