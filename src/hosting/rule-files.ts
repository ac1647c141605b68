import type { HostPolicy } from './policy.ts';

/** Lines by path. */
export type Blocks = Map<string, string[]>;

/** Adds lines to those of a path. */
export const addTo = (blocks: Blocks, paths: string, lines: string[]) =>
  void blocks.set(paths, [...(blocks.get(paths) ?? []), ...lines]);

/** A `_headers` file for Netlify and Cloudflare. */
export const headersFile = (blocks: Blocks) =>
  [...blocks]
    .map(([paths, lines]) => [paths, ...lines.map((line) => `  ${line}`), ''].join('\n'))
    .join('\n');

/** A `_redirects` file for both, if there are redirects. */
export const redirectsFile = (lines: string[]): Record<string, string> =>
  lines.length > 0 ? { _redirects: lines.map((line) => `${line}\n`).join('') } : {};

/** Content types that no host knows, because they depend on the names of feeds. */
export const feedTypes = ({ base, types }: HostPolicy) =>
  types.filter(({ paths }) => !paths.startsWith(`${base}*.`));

/** The same, and file extensions that not every host knows. */
export const rareTypes = (policy: HostPolicy) => [
  ...feedTypes(policy),
  ...policy.types.filter(({ paths }) => /\.(?:md|webmanifest)$/.test(paths)),
];
