import type { HostPolicy } from './policy.ts';

/** Lines by the paths to which they belong. */
export type Blocks = Map<string, string[]>;

/** Adds lines to those of the same paths. */
export const addTo = (blocks: Blocks, paths: string, lines: string[]) =>
  void blocks.set(paths, [...(blocks.get(paths) ?? []), ...lines]);

/** A file `_headers`, as Netlify and Cloudflare read it. */
export const headersFile = (blocks: Blocks) =>
  [...blocks]
    .map(([paths, lines]) => [paths, ...lines.map((line) => `  ${line}`), ''].join('\n'))
    .join('\n');

/** A file `_redirects` for both, if there are any. */
export const redirectsFile = (lines: string[]): Record<string, string> =>
  lines.length > 0 ? { _redirects: lines.map((line) => `${line}\n`).join('') } : {};

/** Types that no host knows, as only the names of feeds tell them. */
export const feedTypes = ({ base, types }: HostPolicy) =>
  types.filter(({ paths }) => !paths.startsWith(`${base}*.`));

/** These, and endings that not every host knows. */
export const rareTypes = (policy: HostPolicy) => [
  ...feedTypes(policy),
  ...policy.types.filter(({ paths }) => /\.(?:md|webmanifest)$/.test(paths)),
];
