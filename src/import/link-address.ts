/** Where HTML stood, for its relative addresses; undefined when nobody knows. */
export type Base = string | undefined;

const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** The whole address of a link that a story may have, or undefined. */
export function linkAddress(written: string, base: Base): string | undefined {
  if (written === '' || written.startsWith('#') || !URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  return schemes.includes(url.protocol) ? url.href : undefined;
}
