import type { Use } from './element-uses.ts';

/** Finds the files that a style loads. Astro writes styles without comments. */
export function addressesInStyle(style: string): Use[] {
  const found = style.matchAll(
    /@import\s*(?:url\(\s*)?(["']?)([^"')\s;]+)\1|\burl\(\s*(["']?)([^"')]*?)\3\s*\)/gi,
  );
  return [...found].map(({ index, 2: imported, 4: address }) =>
    imported === undefined
      ? { directive: isInFontFace(style, index) ? 'font-src' : 'img-src', address: address! }
      : { directive: 'style-src', address: imported },
  );
}

const isInFontFace = (style: string, index: number) =>
  /@font-face\s*$/i.test(
    style.slice(style.lastIndexOf('}', index) + 1, style.lastIndexOf('{', index)),
  );
