/** Top-level addresses that the site's own pages use. */
const taken =
  'tags, authors, series, feeds, search, corrections, sitemaps, cards, maps, media, 404, index'.split(
    ', ',
  );

/** Whether a name is safe in an address on every host: lowercase Latin letters, digits, single hyphens. */
export function fitsAddress(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}

/** Whether a section or a page may have a name: it is safe, not reserved and not a number. */
export function fitsTopAddress(name: string): boolean {
  return fitsAddress(name) && !taken.includes(name) && !/^\d+$/.test(name);
}

/** How to fix a name that is not safe in an address. */
export const addressAdvice = 'Use lowercase letters a to z, digits and single hyphens.';

/** How to fix a name that a section or a page may not have. */
export const topAddressAdvice = `${addressAdvice} These are reserved: numbers, ${taken.join(', ')}.`;

/** A story’s address below the front page, from its day, `2021-03-09`, and its name. */
export function storyAddress(day: string, name: string): string {
  return `/${day.replaceAll('-', '/')}/${name}/`;
}

/** Whether a path has the form of a story's address. */
export function fitsStoryAddress(path: string): boolean {
  return /^\/\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+\/$/.test(path);
}
