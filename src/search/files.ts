import { hash } from 'node:crypto';

/** Files by their paths. */
export type Files = Map<string, Uint8Array>;

/** Every decompressed index file begins with this. */
export const signature = Buffer.from('pagefind_dcd');

/** The paths at which Pagefind’s browser program looks for files. */
export const pathOf = {
  fragment: (name: string) => `fragment/${name}.pf_fragment`,
  index: (name: string) => `index/${name}.pf_index`,
  filter: (name: string) => `filter/${name}.pf_filter`,
  meta: (name: string) => `pagefind.${name}.pf_meta`,
  program: (language: string | null) => `wasm.${language ?? 'unknown'}.pagefind`,
};

/**
 * Adds a file under a digest of its bytes, so that browsers may cache it forever. Pagefind’s own names
 * have 28 bits. Two of thousands of stories may then collide; one gets a different name, and which one
 * depends on their order. These names have 40 bits, which cost each reader who searches one byte more per
 * name.
 * @returns its name
 */
export function addNamed(
  files: Files,
  kind: 'fragment' | 'index' | 'filter' | 'meta',
  bytes: Uint8Array,
): string {
  const digest = hash('sha256', bytes);
  let name = digest.slice(0, 10);
  while (files.has(pathOf[kind](name))) name = digest.slice(0, name.length + 1);
  files.set(pathOf[kind](name), bytes);
  return name;
}
