import { around } from '../desk/redirects.ts';
import { fitsPattern } from '../edition/old-addresses.ts';
import type { HostPolicy } from './policy.ts';

/** A path with and without the slash at its end; people link to both. */
export function bothForms(path: string): string[] {
  if (path === '/') return [path];
  const bare = path.replace(/\/$/, '');
  return [path, path === bare ? `${bare}/` : bare];
}

/**
 * Single paths that lead on, as a host must be told them. A folder without its slash is led to the one with
 * it, as there is a page; but not where a pattern fits it, which would be followed first.
 * @param files whether what looks like a file is to lead on with a slash at its end, too
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

/** A path as it is asked for: with what is no letter of ASCII, and no sign for addresses, encoded. */
export const encoded = (path: string) => new URL(path, 'https://site.example').pathname;

/** A text as it is, in a regular expression. */
export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A pattern of old addresses as a regular expression over what was asked for, before it is decoded, as
 * nginx and Caddy read it alike. Its one group is what the `*` stands for. That begins with no slash, or a
 * redirect to `/*` could be made to lead to another host.
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

/** Whether a pattern is all that is below a folder, and so the folder itself, too. */
export const isBelow = (from: string) => from.endsWith('/*');

/** What stands for what a `*` stood for, put into where a pattern leads. */
export const filled = (to: string, rest: string) => to.replace('*', () => rest);

/** What a host does of old addresses that are not single paths; all can lead on from these. */
export interface Leads {
  /** By a parameter, `/?p=12`. */
  byQuery: boolean;
  /** By patterns; `below` if only by those that end in `/*`. */
  patterns: boolean | 'below';
  /** Whether it can say 410 of what is gone. */
  gone: boolean;
}

export const leadsAll: Leads = { byQuery: true, patterns: true, gone: true };

/** The patterns of a site that a host can be told of. */
export const patternsFor = ({ patterns, gone }: Leads, policy: HostPolicy) =>
  policy.patterns.filter(
    ({ from, to }) =>
      (patterns === 'below' ? isBelow(from) : patterns) && (to !== undefined || gone),
  );

/** What of a site’s old addresses a host can’t do, in sentences. */
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

/** The first three of some addresses, and how many more there are. */
function some(addresses: string[]): string {
  const more = addresses.length - 3;
  const rest = more > 0 ? [`${more.toLocaleString('en')} more`] : [];
  return new Intl.ListFormat('en-GB').format([...addresses.slice(0, 3), ...rest]);
}
