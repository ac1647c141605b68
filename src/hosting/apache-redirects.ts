import { around } from '../desk/redirects.ts';
import { pageOf } from './built-site.ts';
import { lines, quoted } from './config-text.ts';
import type { HostPolicy } from './policy.ts';
import { escaped, filled, isBelow } from './redirects.ts';

/** What Apache reads in the folders of addresses that lead on or are gone. */
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

/** All that Apache reads beside the file at the root, to be taken out for another host. */
export const apacheParts = (policy: HostPolicy): string[] => [
  ...[...policy.moved.map(({ from }) => from), ...policy.gone, ...policy.removed].map((path) =>
    accessFile(policy, path),
  ),
  ...policy.byQuery.map(({ from }) => askedFolder(policy, from)),
];

/** What Apache reads for the folder of a path. */
const accessFile = ({ base }: HostPolicy, path: string) =>
  `${pageOf(path).slice(base.length)}.htaccess`;

/** The folder of all values of parameters that tell where a path leads: within its page’s, if it has one. */
function askedFolder({ base, files }: HostPolicy, from: string): string {
  const path = from.slice(base.length);
  return `${files.includes(`${path}index.html`) ? path : path.replace(/\/$/, '')}.asked`;
}

/** An expression or a pattern, in which `%` and `$` mean what they do. */
export const expression = (text: string) => `"${text.replaceAll('\\', '\\\\')}"`;

// Apache encodes the path of a target itself, and takes a $ for a part of what was matched.
const movedTo = (to: string) => `RedirectMatch 301 "^" ${target(to)}\n`;

const target = (to: string) => {
  const { origin, pathname, search, hash } = new URL(to, 'https://site.example');
  const path = decodeURI(pathname) + search + hash;
  return quoted(to.startsWith('/') ? path : origin + path);
};

// The rules of the root would say of a folder without a page that nothing is there.
const removed = (path: string) =>
  `RewriteEngine Off\nRedirectMatch 410 ${expression(`^${escaped(path.replace(/\/$/, ''))}/?$`)}\n`;

/** Finds the folder of what a parameter tells, by its value: beside the path, or within its page’s folder. */
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

/** Has the other rules leave alone what fits a pattern, or says that it is gone. */
const patternRules = ({ base, patterns }: HostPolicy) =>
  patterns
    .map(
      ({ from, to }) =>
        `RewriteRule ${expression(patternFrom(from.slice(base.length)))} - ${to === undefined ? '[G]' : '[END]'}\n`,
    )
    .join('');

/** The redirects of patterns; what a \`*\` stands for begins with no slash, lest it be taken for a host. */
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

// Apache asks itself for the page that tells it, which must not be gone too.
const goneFrom = (path: string) => `ErrorDocument 410 ${quoted(`${path}index.html`)}
<If "-z reqenv('REDIRECT_STATUS')">
RedirectMatch 410 "^"
</If>
`;

/** What leads on by a parameter, and what fits a pattern, before all other rules. */
export const redirectRules = (policy: HostPolicy): string =>
  askedRules(policy) + patternRules(policy);
