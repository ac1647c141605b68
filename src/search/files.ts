import { hash } from 'node:crypto';

/** Files by their paths. */
export type Files = Map<string, Uint8Array>;

/** With this every file of an index begins, when it is unpacked. */
export const signature = Buffer.from('pagefind_dcd');

/** Where Pagefind’s program in the browser looks for a file of a name. */
export const pathOf = {
  fragment: (name: string) => `fragment/${name}.pf_fragment`,
  index: (name: string) => `index/${name}.pf_index`,
  filter: (name: string) => `filter/${name}.pf_filter`,
  meta: (name: string) => `pagefind.${name}.pf_meta`,
  program: (language: string | null) => `wasm.${language ?? 'unknown'}.pagefind`,
};

/**
 * Adds a file under a digest of its bytes, so that browsers may keep it for ever. Pagefind’s own names
 * have 28 bits: of thousands of stories two may have the same, one is then called otherwise, and
 * which one hangs on their order. These have 40, and each costs every reader who searches one byte more.
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
