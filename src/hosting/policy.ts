import type { OldAddresses } from '../edition/model.ts';
import type { BuiltSite } from './built-site.ts';
import { mapFile, page, policyOf, searchPage, shownFile, type Needs } from './content-policy.ts';
import { typesOf, unknownType } from './types.ts';

/** What a host is to do: the one source of what is written for each. */
export interface HostPolicy extends OldAddresses, Pick<BuiltSite, 'url' | 'files' | 'gone'> {
  /** The path of the front page, `/` or `/news/`. */
  base: string;
  /** Headers of every answer; what a later rule says of a header wins. */
  rules: Rule[];
  /** The types of files; the first that fits is the one. Answers without a file are HTML. */
  types: { paths: string; type: string }[];
  /** The policy of content for a host that knows only one: all that any page or map needs. */
  widest: string;
}

/** Headers for the paths that fit. A `*` stands for anything, slashes too; there is one at most. */
export interface Rule {
  paths: string;
  headers: Record<string, string>;
}

/** Makes what tells whether a path fits what a rule says. */
function fitting(paths: string): (path: string) => boolean {
  const [start = '', end] = paths.split('*');
  if (end === undefined) return (path) => path === start;
  const shortest = start.length + end.length;
  return (path) => path.length >= shortest && path.startsWith(start) && path.endsWith(end);
}

/** Whether a path fits what a rule says. */
export const fits = (paths: string, path: string): boolean => fitting(paths)(path);

/** The headers of an answer, but for its type, by their names in small letters. */
export function headersFor({ rules }: HostPolicy, path: string): Record<string, string> {
  const found = rules.filter(({ paths }) => fits(paths, path)).map(({ headers }) => headers);
  const named = found.flatMap((headers) => Object.entries(headers));
  return Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), value]));
}

/** The type of a file that is served under a path. */
export const typeFor = ({ types }: HostPolicy, path: string) =>
  types.find(({ paths }) => fits(paths, path))?.type ?? unknownType;

/** What a host of this site is to do. */
export function hostPolicy(site: BuiltSite): HostPolicy {
  const { origin, pathname: base } = new URL(site.url);
  const paths = site.files.map((file) => base + file);
  const has = (wanted: string) => paths.some(fitting(wanted));
  const rule = (headers: Rule['headers']) => (below: string) => ({ paths: base + below, headers });
  return {
    url: site.url,
    base,
    rules: [
      rule({ ...forAll(site), ...(origin.startsWith('https:') && overHttps) })('*'),
      rule({ 'Content-Security-Policy': policyOf(searchPage(needsOf(site))) })('search/'),
      rule({ 'Content-Security-Policy': policyOf(mapFile(site.hashes.maps)) })('maps/*'),
      ...browserShows.map(rule({ 'Content-Security-Policy': policyOf(shownFile) })),
      ...[...digestNamed].map(rule({ 'Cache-Control': 'public, max-age=31536000, immutable' })),
      ...shownElsewhere.map(rule({ 'Cross-Origin-Resource-Policy': 'cross-origin' })),
      ...readElsewhere.map(
        rule({
          'Access-Control-Allow-Origin': '*',
          'Cross-Origin-Resource-Policy': 'cross-origin',
        }),
      ),
    ].filter(({ paths }) => has(paths) || paths === `${base}search/`),
    types: typesOf(site.files).map(({ paths, type }) => ({ paths: base + paths, type })),
    files: site.files,
    moved: site.moved,
    byQuery: site.byQuery,
    patterns: site.patterns,
    removed: site.removed,
    gone: site.gone,
    widest: policyOf({
      ...searchPage(needsOf(site)),
      'style-src': [...site.hashes.styles, ...site.hashes.maps],
    }),
  };
}

/** What has a digest of its bytes in its name. */
const digestNamed = [
  ...['_astro/*', 'cards/*', 'maps/*', 'media/*'],
  ...['filter', 'fragment', 'index', 'meta'].map((kind) => `search/*.pf_${kind}`),
];

/** What browsers show in a page that they make and style themselves, when it is opened on its own. */
const browserShows = ['*.avif', '*.jpg', '*.png', '*.webp', '*.xml'];

/** What feed readers and messengers show on pages of their own: pictures, recordings, icons. */
const shownElsewhere = ['*.avif', '*.jpg', '*.png', '*.svg', '*.webp', 'media/*'];

/** What programs on other pages may read: feeds and the wire. */
const readElsewhere = ['*feed.xml', '*atom.xml', '*feed.json', 'wire.json'];

const overHttps = { 'Strict-Transport-Security': 'max-age=63072000' };

const forAll = (site: BuiltSite): Rule['headers'] => ({
  'Content-Security-Policy': policyOf(page(needsOf(site))),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': powers.map((power) => `${power}=()`).join(', '),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  // Whoever has it asks whether it has changed, and mostly hears that it has not.
  'Cache-Control': 'no-cache',
});

/** Powers of browsers that the site has no use for (Permissions Policy, section 5.2). */
const powers = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'publickey-credentials-get'],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
];

/** What all pages need together. */
const needsOf = ({ hashes, hasScriptFile, csp }: BuiltSite): Needs => ({
  ...hashes,
  hasScriptFile,
  csp,
});
