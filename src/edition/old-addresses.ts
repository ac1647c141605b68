import type { Listing, OldAddresses, Withheld } from './model.ts';
import type { Content } from '../desk/desk.ts';
import { around } from '../desk/redirects.ts';
import type { Term } from '../desk/schema/vocabulary.ts';
import type { StoryCopy } from '../desk/story-copy.ts';
import type { Addresses } from './addresses.ts';

/**
 * Puts together where all addresses of before lead.
 * @param judged all stories, with why readers do not see them
 * @param lists those that have a page
 */
export function oldAddressesOf(
  { vocabulary, pages, redirects }: Content,
  addresses: Addresses,
  judged: { copy: StoryCopy; reason: Withheld | undefined }[],
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
