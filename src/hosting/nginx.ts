import { lines, patternOf, quoted } from './config-text.ts';
import { map, redirecting, redirectMaps, variables } from './nginx-redirects.ts';
import type { HostPolicy } from './policy.ts';
import { unknownType } from './types.ts';

/**
 * The configuration for nginx: maps for the `http` block, and content for the operator’s `server` block,
 * to which the operator adds name, port and certificate.
 */
export const nginxFiles = (policy: HostPolicy): Record<string, string> => ({
  '.host/http.conf': maps(policy),
  '.host/server.conf': server(policy),
});

/** The folder of the site, in a separate file, because only the operator knows it. */
export const nginxRoot = (folder: string) => `set $release ${quoted(folder)};\n`;

/** A regular expression, after `mark`, in which `$` does not start a variable. */
const expression = (paths: string, mark = '') =>
  `"${mark}${patternOf(paths).replaceAll('\\', '\\\\')}"`;

/**
 * The values of each header: for all responses, and for files, the last rule first, because nginx uses
 * the first match.
 */
function sayings({ rules }: HostPolicy) {
  const [all, ...others] = rules;
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  return [...names].map((name) => ({
    name,
    ofAll: all!.headers[name],
    ofFiles: others
      .filter(({ headers }) => name in headers)
      .map(({ paths, headers }) => `${expression(paths, '~')} ${quoted(headers[name]!)};`)
      .toReversed(),
  }));
}

function maps(policy: HostPolicy): string {
  const $ = variables(policy);
  return [
    '# `map_hash_bucket_size` must be at least the length of the longest address below; it is set once for all sites.',
    // Missing files get only the headers that every response gets. Ranges are cut from a 200 response
    // later.
    map('$status', $('file'), ['200 $uri;', '304 $uri;']),
    ...sayings(policy)
      .filter(({ ofFiles }) => ofFiles.length > 0)
      .map(({ name, ofAll, ofFiles }) => map($('file'), $(name), ofFiles, ofAll)),
    map('$status', $('allow'), ['405 "GET, HEAD";']),
    ...redirectMaps(policy, $),
  ].join('\n');
}

function server(policy: HostPolicy): string {
  const { base, types } = policy;
  const $ = variables(policy);
  const isEnding = ({ paths }: { paths: string }) => paths.startsWith(`${base}*.`);
  return `server_tokens off;
absolute_redirect off;
max_ranges 1;
gzip off;
gzip_static on;
gzip_vary on;
gzip_proxied any;
${lines(
  sayings(policy).map(
    ({ name, ofAll, ofFiles }) =>
      `add_header ${name} ${ofFiles.length > 0 ? $(name) : quoted(ofAll!)} always;`,
  ),
)}add_header Allow ${$('allow')} always;

if ($request_method !~ "^(?:GET|HEAD)$") {
  return 405;
}
${redirecting(policy, $)}error_page 403 404 =404 ${quoted(`${base}404.html`)};
error_page 410 ${$('gone_page')};

default_type ${unknownType};
types {
${lines(
  types
    .filter(isEnding)
    .map(({ paths, type }) => `${quoted(type)} ${paths.slice(base.length + 2)};`),
  '  ',
)}}

location ${quoted(base)} {
  alias $release/;
  # Files for hosts and precompressed variants have no addresses.
  location ~ "/\\.(?!well-known/)|\\.(?:br|gz|zst)$" {
    return 404;
  }
  location ~ "/index\\.html$" {
    internal;
    error_page 404 = @folder;
  }
${types
  .filter((type) => !isEnding(type))
  .map(
    ({ paths, type }) => `  location ~ ${expression(paths)} {
    types {}
    default_type ${quoted(type)};
  }
`,
  )
  .join('')}}
location @folder {
  rewrite "^(.*/)index\\.html$" $1 permanent;
}
${base === '/' ? '' : outside(base)}`;
}

const outside = (base: string) => `location = ${quoted(base.slice(0, -1))} {
  return 301 ${quoted(base).slice(0, -1)}$is_args$args";
}
location / {
  return 404;
}
`;
