import type { Content } from '../desk/desk.ts';
import { around } from '../desk/redirects.ts';
import type { Term } from '../desk/schema/vocabulary.ts';
import type { StoryCopy } from '../desk/stories.ts';
import type { Addresses } from './addresses.ts';
import type { Article } from './edition.ts';
import type { Listing } from './listing.ts';

/**
 * Addresses that lead to another one, or that are gone for good. `from` is a whole path, `/news/2019/a/`,
 * decoded; `to` is what a browser is told: a path or an address elsewhere, encoded.
 */
export interface OldAddresses {
  /** Single paths. Each has a page too, which leads on where a host can’t. */
  moved: { from: string; to: string }[];
  /** Paths with a parameter, `/?p=12`, beside which others may stand. */
  byQuery: { from: string; name: string; value: string; to: string }[];
  /**
   * Paths with one `*`, which stands for anything, the most specific first. A `*` in `to` is the same text;
   * without `to` they are gone.
   */
  patterns: { from: string; to?: string }[];
  /** Single paths of which redirects.yaml says that they are gone. */
  removed: string[];
}

/**
 * Puts together where all addresses of before lead.
 * @param judged all stories, with why readers do not see them
 * @param lists those that have a page
 */
export function oldAddressesOf(
  { vocabulary, pages, redirects }: Content,
  addresses: Addresses,
  judged: { copy: StoryCopy; reason: Article['withheld'] }[],
  lists: Listing[],
): OldAddresses {
  const gathered: OldAddresses = { moved: [], byQuery: [], patterns: [], removed: [] };
  const add = (address: string, to: string | undefined) => {
    const [path = '', query] = addresses.fromText(address).split('?');
    const [name = '', value = ''] = query?.split('=') ?? [];
    if (path.includes('*')) gathered.patterns.push({ from: path, ...(to && { to }) });
    else if (to === undefined) gathered.removed.push(path);
    else if (query === undefined) gathered.moved.push({ from: path, to });
    else gathered.byQuery.push({ from: path, name, value, to });
  };
  const lead = (formerly: string[] = [], to: string) =>
    formerly.forEach((address) => add(address, encoded(addresses.fromText(to))));
  for (const { copy, reason } of judged)
    // One that was taken down is still told of at its addresses of before.
    if (!reason || reason === 'expired') lead(copy.frontmatter.formerly, copy.path);
  for (const { id, frontmatter } of pages) lead(frontmatter.formerly, `/${id}/`);
  const { sections: section, tags: tag, authors: author, series } = vocabulary;
  const terms = { section, tag, author, series, month: new Map<string, Term>() };
  for (const { kind, key, address } of lists)
    lead(terms[kind].get(key)?.formerly, `/${address.slice(addresses.home.length)}`);
  for (const { from, to } of redirects)
    add(from, to?.startsWith('/') ? encoded(addresses.fromText(to)) : to);
  return gathered;
}

const encoded = (path: string) => new URL(path, 'https://site.example').pathname;

/**
 * Where an address leads that nothing answers at, or undefined where that is not known.
 * @param path decoded
 * @returns a path or an address elsewhere, encoded, or `gone`
 */
export function leadFrom(
  { moved, byQuery, patterns, removed }: OldAddresses,
  path: string,
  query = new URLSearchParams(),
): string | undefined {
  const isAt = ({ from }: { from: string }) => from === path || from === `${path}/`;
  const byValue = byQuery.find((one) => isAt(one) && query.get(one.name) === one.value);
  const exact = byValue ?? moved.find(isAt);
  if (exact) return exact.to;
  if (removed.some((from) => isAt({ from }))) return 'gone';
  const pattern = patterns.find(({ from }) => fitsPattern(from, path));
  if (!pattern) return undefined;
  const [before, after] = around(pattern.from);
  const rest = path.slice(before.length, path.length - after.length);
  return pattern.to?.replace('*', () => encodeURI(rest)) ?? 'gone';
}

/** Whether a path is that of an entry, or fits its pattern. */
export const fitsAddress = (from: string, path: string) =>
  from.includes('*') ? fitsPattern(from, path) : from === path;

/** Whether a path fits a pattern; one that ends in `/*` has the path without that slash, too. */
export function fitsPattern(pattern: string, path: string): boolean {
  const [before, after] = around(pattern);
  if (after === '' && before === `${path}/`) return true;
  const isLong = path.length >= before.length + after.length;
  return isLong && path.startsWith(before) && path.endsWith(after);
}
