/** Addresses at the top of the site that its own pages have. */
const taken =
  'tags, authors, series, feeds, search, corrections, sitemaps, cards, maps, media, 404, index'.split(
    ', ',
  );

/** A name that is safe in an address on every host: small Latin letters, digits, single hyphens. */
export function fitsAddress(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}

/** A name that a section or a page may have: fit for an address, and neither taken nor a number. */
export function fitsTopAddress(name: string): boolean {
  return fitsAddress(name) && !taken.includes(name) && !/^\d+$/.test(name);
}

/** How to fix a name that does not fit an address. */
export const addressAdvice = 'Use small letters a to z, digits and single hyphens.';

/** How to fix a name that a section or a page may not have. */
export const topAddressAdvice = `${addressAdvice} A number will not do, nor ${taken.join(', ')}.`;

/** The address of a story below the front page, of its day `2021-03-09` and its name. */
export function storyAddress(day: string, name: string): string {
  return `/${day.replaceAll('-', '/')}/${name}/`;
}

/** Whether a path has the form of a story's address. */
export function fitsStoryAddress(path: string): boolean {
  return /^\/\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+\/$/.test(path);
}
