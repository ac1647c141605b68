import { lines, patternOf, quoted } from './config-text.ts';
import type { HostPolicy } from './policy.ts';

/**
 * The site for Apache, 2.4.58 or newer: a `.htaccess` at its root, and a short one in the folder of each
 * story that has moved or was taken down, so that thousands of them slow no other request.
 */
export const apacheFiles = (policy: HostPolicy): Record<string, string> => ({
  '.htaccess': root(policy),
  ...Object.fromEntries(
    policy.moved.map(({ from, to }) => [accessFile(policy, from), movedTo(to)]),
  ),
  ...Object.fromEntries(policy.gone.map((path) => [accessFile(policy, path), goneFrom(path)])),
});

/** What Apache reads for the folder of a path. */
export const accessFile = ({ base }: HostPolicy, path: string) =>
  `${path.slice(base.length)}.htaccess`;

/** An expression or a pattern, in which `%` and `$` mean what they do. */
const expression = (text: string) => `"${text.replaceAll('\\', '\\\\')}"`;

const movedTo = (path: string) => `RedirectMatch 301 "^" ${quoted(path)}\n`;

// Apache asks itself for the page that tells it, which must not be gone too.
const goneFrom = (path: string) => `ErrorDocument 410 ${quoted(`${path}index.html`)}
<If "-z reqenv('REDIRECT_STATUS')">
RedirectMatch 410 "^"
</If>
`;

/** The encodings of what lies compressed beside a file, the smallest first, by its ending. */
const encodings = { br: 'br', zst: 'zstd', gz: 'gzip' };
const packed = `\\.(?:${Object.keys(encodings).join('|')})`;

/** What Apache would take for a language in the name of a file: `.br`, or the `.en` of `wasm.en.pagefind`. */
const languages = (files: string[]) => [
  ...new Set([
    '.br',
    ...files.flatMap((file) => file.match(/\.[a-z]{2}(?:-[a-z]{2})?(?=\.)/gi) ?? []),
  ]),
];

/** Where a rule’s paths end, a file may be packed. */
const filePattern = (paths: string) => patternOf(paths).replace(/\$$/, `(?:${packed})?$`);

function root({ base, files, rules, types }: HostPolicy): string {
  const [all, ...others] = rules;
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  const notFound = quoted(`${base}404.html`);
  return `Options -Indexes -MultiViews
DirectorySlash Off
RedirectRelative On
AddDefaultCharset Off
FileETag MTime Size
RemoveLanguage ${languages(files).join(' ')}
# What is to be compressed is so already.
SetEnv no-gzip 1
SetEnv no-brotli 1
ErrorDocument 403 ${notFound}
ErrorDocument 404 ${notFound}

${lines([...names].map((name) => `Header onsuccess unset ${name}`))}
${lines(Object.entries(all!.headers).map(([name, value]) => `Header always set ${name} ${quoted(value)}`))}
# Of what is no file, nothing is said but what is said of all.
${lines(
  others.flatMap(({ paths, headers }) => {
    const files = `%{REQUEST_STATUS} -lt 400 && %{REQUEST_URI} =~ m#${filePattern(paths)}#`;
    return Object.entries(headers).map(
      ([name, value]) =>
        `Header always set ${name} ${quoted(value)} ${expression(`expr=${files}`)}`,
    );
  }),
)}Header always set Vary Accept-Encoding ${expression(
    `expr=! %{REQUEST_STATUS} in {'301', '405'} && (%{REQUEST_FILENAME} =~ m#${packed}$# || -f '%{REQUEST_FILENAME}.gz')`,
  )}

# The last one wins.
${types
  .toReversed()
  .map(
    ({ paths, type }) => `<FilesMatch ${expression(filePattern(paths.slice(base.length)))}>
ForceType ${quoted(type)}
</FilesMatch>
`,
  )
  .join('')}${Object.entries(encodings)
    .map(
      ([ending, encoding]) => `<FilesMatch "\\.${ending}$">
AddEncoding ${encoding} .${ending}
</FilesMatch>
`,
    )
    .join('')}
<If "-f '%{REQUEST_FILENAME}/index.html'">
RedirectMatch 301 "^(/(?!/).*[^/])$" "$1/"
</If>
<If "%{THE_REQUEST} =~ m#^\\S+ [^?]*/index\\.html[? ]#">
RedirectMatch 301 "^(/(?!/)(?:.*/)?|/)index\\.html$" "$1"
</If>

RewriteEngine On
RewriteBase ${quoted(base)}
RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$
RewriteRule ^ - [R=405,L]
# What is for hosts, and what lies compressed beside a file, has no address.
RewriteCond %{ENV:REDIRECT_STATUS} ^$
RewriteRule "(?:^|/)\\.(?!well-known(?:/|$))|${packed}$" - [R=404,L]
RewriteCond %{REQUEST_FILENAME} -d
RewriteCond %{REQUEST_FILENAME}/index.html !-f
RewriteRule ^ - [R=404,L]
RewriteRule ^(|.*/)$ $1index.html
${Object.entries(encodings)
  .map(
    ([ending, encoding]) => `RewriteCond %{HTTP:Accept-Encoding} "${accepts(encoding)}" [NC]
RewriteCond %{REQUEST_FILENAME}.${ending} -f
RewriteRule ^(.+)$ $1.${ending} [L]
`,
  )
  .join('')}`;
}

/** That an encoding is named, and not with a weight of zero (RFC 9110, section 12.4.2). */
const accepts = (encoding: string) =>
  `(?:^|,)\\s*${encoding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)`;
