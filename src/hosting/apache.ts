import { expression, folderFiles, patternRedirects, redirectRules } from './apache-redirects.ts';
import { lines, patternOf, quoted } from './config-text.ts';
import type { HostPolicy } from './policy.ts';

/**
 * The configuration for Apache 2.4.58 or newer: a `.htaccess` file at the root, and a short one in the
 * folder of each address that redirects or is gone. So thousands of them slow no other request.
 */
export const apacheFiles = (policy: HostPolicy): Record<string, string> => ({
  '.htaccess': root(policy),
  ...folderFiles(policy),
});

/** The encodings of precompressed variants by file extension, the smallest first. */
const encodings = { br: 'br', zst: 'zstd', gz: 'gzip' };
const packed = `\\.(?:${Object.keys(encodings).join('|')})`;

/**
 * Parts of file names that Apache would take for a language: `.br`, or the `.en` of `wasm.en.pagefind`.
 */
const languages = (files: string[]) => [
  ...new Set([
    '.br',
    ...files.flatMap((file) => file.match(/\.[a-z]{2}(?:-[a-z]{2})?(?=\.)/gi) ?? []),
  ]),
];

/** The pattern of a rule’s paths, including precompressed variants. */
const filePattern = (paths: string) => patternOf(paths).replace(/\$$/, `(?:${packed})?$`);

function root(policy: HostPolicy): string {
  const { base, files, rules, types } = policy;
  const [all, ...others] = rules;
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  const notFound = quoted(`${base}404.html`);
  return `Options -Indexes -MultiViews
RedirectRelative On
FileETag MTime Size
RemoveLanguage ${languages(files).join(' ')}
# Files are precompressed.
SetEnv no-gzip 1
SetEnv no-brotli 1
ErrorDocument 403 ${notFound}
ErrorDocument 404 ${notFound}
ErrorDocument 410 ${notFound}

${lines([...names].map((name) => `Header onsuccess unset ${name}`))}
${lines(Object.entries(all!.headers).map(([name, value]) => `Header always set ${name} ${quoted(value)}`))}
# Missing files get only the headers that every response gets.
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

# The last match wins.
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
${patternRedirects(policy)}# What has moved leads on without the slash, too.
<If "-f '%{REQUEST_FILENAME}/index.html' && ! -f '%{REQUEST_FILENAME}/.htaccess'">
RedirectMatch 301 "^(/(?!/).*[^/])$" "$1/"
</If>
<If "%{THE_REQUEST} =~ m#^\\S+ [^?]*/index\\.html[? ]#">
RedirectMatch 301 "^(/(?!/)(?:.*/)?|/)index\\.html$" "$1"
</If>

RewriteEngine On
RewriteBase ${quoted(base)}
RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$
RewriteRule ^ - [R=405,L]
${redirectRules(policy)}# Files for hosts and precompressed variants have no addresses.
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

/** Matches if an encoding is accepted, with a weight other than zero (RFC 9110, section 12.4.2). */
const accepts = (encoding: string) =>
  `(?:^|,)\\s*${encoding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)`;
