import { around } from '../desk/redirects.ts';
import { fitsPattern } from '../edition/old-addresses.ts';
import type { HostPolicy } from './policy.ts';

/** A path with and without a trailing slash, because people link to both. */
export function bothForms(path: string): string[] {
  if (path === '/') return [path];
  const bare = path.replace(/\/$/, '');
  return [path, path === bare ? `${bare}/` : bare];
}

/**
 * The single paths for which a host needs a redirect. Hosts add the trailing slash to folders themselves,
 * because the folder has a page. But if a pattern matches, it would apply first, so both forms are
 * listed.
 * @param files whether paths that look like files also need the form with a trailing slash
 */
export const movedForms = ({ moved, patterns }: HostPolicy, files: boolean): HostPolicy['moved'] =>
  moved.flatMap(({ from, to }) => {
    const forms = bothForms(from);
    const isFitted = patterns.some((pattern) =>
      forms.some((path) => fitsPattern(pattern.from, path)),
    );
    const isFile = files && !from.endsWith('/');
    return (isFitted || isFile ? forms : [from]).map((path) => ({ from: path, to }));
  });

/** A path as requested: non-ASCII and other unsafe characters are percent-encoded. */
export const encoded = (path: string) => new URL(path, 'https://site.example').pathname;

/** A text for use in a regular expression, with special characters escaped. */
export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A pattern of old addresses as a regular expression for nginx and Caddy. It matches the request path
 * before decoding. Its one group is the part that `*` matches. That part must not start with a slash;
 * otherwise a redirect to `/*` could lead to another host.
 */
export function askedPattern(from: string): string {
  const [before, after] = around(from).map((text) =>
    escaped(encoded(text.startsWith('/') ? text : `/${text}`).slice(text.startsWith('/') ? 0 : 1))
      // Browsers write hexadecimal digits in either case.
      .replace(/%([0-9A-F]{2})/gi, '%(?i:$1)'),
  );
  const rest = String.raw`(|[^/\\?][^?]*)`;
  const path = isBelow(from) ? `${before!.slice(0, -1)}(?:/${rest})?` : `${before}${rest}${after}`;
  return String.raw`^${path}(?:\?|$)`;
}

/** Whether a pattern matches everything in a folder, including the folder itself. */
export const isBelow = (from: string) => from.endsWith('/*');

/** Replaces `*` in the target of a pattern. */
export const filled = (to: string, rest: string) => to.replace('*', () => rest);

/** What a host supports beyond redirects from single paths, which every host supports. */
export interface Leads {
  /** Redirects by query parameter, `/?p=12`. */
  byQuery: boolean;
  /** Redirects by pattern; `below` if the pattern has to end in `/*`. */
  patterns: boolean | 'below';
  /** Whether it can answer 410 for removed pages. */
  gone: boolean;
}

export const leadsAll: Leads = { byQuery: true, patterns: true, gone: true };

/** The redirect patterns of a site that a host supports. */
export const patternsFor = ({ patterns, gone }: Leads, policy: HostPolicy) =>
  policy.patterns.filter(
    ({ from, to }) =>
      (patterns === 'below' ? isBelow(from) : patterns) && (to !== undefined || gone),
  );

/** Describes which old addresses of a site a host cannot handle, in sentences. */
export function cannotLead(leads: Leads, policy: HostPolicy): string[] {
  const { byQuery, patterns, removed } = policy;
  const told = new Set(patternsFor(leads, policy));
  const left = patterns.filter((pattern) => !told.has(pattern));
  const queries = byQuery.map(({ from, name, value }) => `${from}?${name}=${value}`);
  const sayings: [string, string[]][] = [
    ['ignores the query, so it does not redirect', leads.byQuery ? [] : queries],
    [
      'does not support such patterns, so it does not redirect',
      left.filter(({ to }) => to !== undefined).map(({ from }) => from),
    ],
    [
      'cannot answer 410, so it answers 404 at',
      [
        ...(leads.gone ? [] : removed),
        ...left.filter(({ to }) => to === undefined).map(({ from }) => from),
      ],
    ],
  ];
  return sayings
    .filter(([, addresses]) => addresses.length > 0)
    .map(([why, addresses]) => `This host ${why} ${some(addresses)}.`);
}

/** The first three of some addresses, and the number of others. */
function some(addresses: string[]): string {
  const more = addresses.length - 3;
  const rest = more > 0 ? [`${more.toLocaleString('en')} more`] : [];
  return new Intl.ListFormat('en-GB').format([...addresses.slice(0, 3), ...rest]);
}
