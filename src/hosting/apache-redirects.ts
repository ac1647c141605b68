import { around } from '../desk/redirects.ts';
import { pageOf } from './built-site.ts';
import { lines, quoted } from './config-text.ts';
import type { HostPolicy } from './policy.ts';
import { escaped, filled, isBelow } from './redirects.ts';

/** The `.htaccess` files in the folders of addresses that redirect or are gone. */
export const folderFiles = (policy: HostPolicy): Record<string, string> => ({
  ...Object.fromEntries(
    policy.moved.map(({ from, to }) => [accessFile(policy, from), movedTo(to)]),
  ),
  ...Object.fromEntries(policy.gone.map((path) => [accessFile(policy, path), goneFrom(path)])),
  ...Object.fromEntries(policy.removed.map((path) => [accessFile(policy, path), removed(path)])),
  ...Object.fromEntries(
    policy.byQuery.map(({ from, name, value, to }) => [
      `${askedFolder(policy, from)}/${name}=${value}/.htaccess`,
      `RewriteEngine Off
<If "-z reqenv('REDIRECT_STATUS')">
RedirectMatch 404 "^"
</If>
<If "-n reqenv('REDIRECT_STATUS')">
${movedTo(to)}</If>
`,
    ]),
  ),
});

/**
 * All Apache files except the one at the root; they are removed when the site is prepared for another
 * host.
 */
export const apacheParts = (policy: HostPolicy): string[] => [
  ...[...policy.moved.map(({ from }) => from), ...policy.gone, ...policy.removed].map((path) =>
    accessFile(policy, path),
  ),
  ...policy.byQuery.map(({ from }) => askedFolder(policy, from)),
];

/** The path of the `.htaccess` file in the folder of an address. */
const accessFile = ({ base }: HostPolicy, path: string) =>
  `${pageOf(path).slice(base.length)}.htaccess`;

/**
 * The folder for redirects by query parameter: inside the folder of the page at this path, if there is
 * one.
 */
function askedFolder({ base, files }: HostPolicy, from: string): string {
  const path = from.slice(base.length);
  return `${files.includes(`${path}index.html`) ? path : path.replace(/\/$/, '')}.asked`;
}

/** A quoted expression or pattern, in which `%` and `$` keep their special meaning. */
export const expression = (text: string) => `"${text.replaceAll('\\', '\\\\')}"`;

// Apache encodes the path of the target itself, and replaces `$` by a part of the match.
const movedTo = (to: string) => `RedirectMatch 301 "^" ${target(to)}\n`;

const target = (to: string) => {
  const { origin, pathname, search, hash } = new URL(to, 'https://site.example');
  const path = decodeURI(pathname) + search + hash;
  return quoted(to.startsWith('/') ? path : origin + path);
};

// The rules at the root would answer 404 for a folder without a page.
const removed = (path: string) =>
  `RewriteEngine Off\nRedirectMatch 410 ${expression(`^${escaped(path.replace(/\/$/, ''))}/?$`)}\n`;

/**
 * Rewrites a request to the folder of its query parameter and value, next to the path or inside its
 * page’s folder.
 */
const askedRules = ({ byQuery }: HostPolicy) =>
  [...new Set(byQuery.map(({ name }) => name))]
    .flatMap((name) =>
      [
        { isAt: '[^/]$', rule: '"^(.+?)/?$" $1' },
        { isAt: '/$', rule: '^ %{REQUEST_URI}' },
      ].map(
        ({ isAt, rule }) => `RewriteCond %{ENV:REDIRECT_STATUS} ^$
RewriteCond %{REQUEST_FILENAME} ${isAt}
RewriteCond %{QUERY_STRING} "(?:^|&)${name}=([\\w.~-]+)(?:&|$)"
RewriteCond %{REQUEST_FILENAME}.asked/${name}=%1/.htaccess -f
RewriteRule ${rule}.asked/${name}=%1/ [QSD,L]
`,
      ),
    )
    .join('');

/** Ends rewriting for paths that match a redirect pattern, or answers that they are gone. */
const patternRules = ({ base, patterns }: HostPolicy) =>
  patterns
    .map(
      ({ from, to }) =>
        `RewriteRule ${expression(patternFrom(from.slice(base.length)))} - ${to === undefined ? '[G]' : '[END]'}\n`,
    )
    .join('');

/**
 * Redirects by pattern. The part that `*` matches must not start with a slash; otherwise it could be
 * taken for a host name.
 */
export const patternRedirects = ({ patterns }: HostPolicy) =>
  lines(
    patterns.flatMap(({ from, to }) =>
      to === undefined
        ? []
        : [`RedirectMatch 301 ${expression(patternFrom(from))} ${filled(target(to), '$1')}`],
    ),
  );

function patternFrom(from: string): string {
  const [before = '', after = ''] = around(from).map(escaped);
  const rest = '((?![/\\\\]).*)';
  return isBelow(from) ? `^${before.slice(0, -1)}(?:/${rest})?$` : `^${before}${rest}${after}$`;
}

// Apache requests the error page internally, so that request must not be answered with 410 too.
const goneFrom = (path: string) => `ErrorDocument 410 ${quoted(`${path}index.html`)}
<If "-z reqenv('REDIRECT_STATUS')">
RedirectMatch 410 "^"
</If>
`;

/** Redirects by query parameter and by pattern, before all other rules. */
export const redirectRules = (policy: HostPolicy): string =>
  askedRules(policy) + patternRules(policy);
