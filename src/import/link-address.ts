/** The base address of relative links in HTML; undefined if unknown. */
export type Base = string | undefined;

const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** The full address of a link, if a story may have such a link. */
export function linkAddress(written: string, base: Base): string | undefined {
  if (written === '' || written.startsWith('#') || !URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  return schemes.includes(url.protocol) ? url.href : undefined;
}
