import type { HostPolicy } from './policy.ts';
import { patternOf } from './pattern.ts';
import { unknownType } from './types.ts';

/**
 * The site for nginx: maps of addresses for its `http` block, and what stands in the `server` block of
 * whoever runs it, who adds name, port and certificate.
 */
export const nginxFiles = (policy: HostPolicy) => ({
  '.host/http.conf': maps(policy),
  '.host/server.conf': server(policy),
});

/** Where the site lies; a file of its own, as only whoever puts it there knows. */
export const nginxRoot = (folder: string) => `set $release ${quoted(folder)};\n`;

/** A word of nginx’s language. Nothing in it can be written as a `$`, which begins a variable. */
function quoted(text: string): string {
  if (text.includes('$')) throw new Error(`nginx can’t be told “${text}”, because of the $.`);
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** A pattern, in which a `$` is no variable. */
const pattern = (paths: string) => `"~${patternOf(paths).replace(/[\\"]/g, '\\$&')}"`;

const lines = (texts: string[], indent: string) =>
  texts.map((text) => `${indent}${text}\n`).join('');

const map = (name: string, entries: string[]) => `map $uri $${name} {\n${lines(entries, '  ')}}\n`;

/** Names of variables are one for all of nginx, so those of this site begin with its address. */
const variable = ({ url }: HostPolicy, name: string) => {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}${name}`.toLowerCase().replace(/[^a-z0-9]+/g, '_');
};

const headerNames = ({ rules }: HostPolicy) => [
  ...new Set(rules.flatMap(({ headers }) => Object.keys(headers))),
];

function maps(policy: HostPolicy): string {
  const headers = headerNames(policy).map((name) => {
    const saying = policy.rules.filter(({ headers }) => name in headers).toReversed();
    const all = saying.find(({ paths }) => paths === `${policy.base}*`);
    return map(variable(policy, name), [
      `default ${quoted(all?.headers[name] ?? '')};`,
      // The first pattern that fits is the one.
      ...saying
        .filter((rule) => rule !== all)
        .map(({ paths, headers }) => `${pattern(paths)} ${quoted(headers[name]!)};`),
    ]);
  });
  return [
    ...headers,
    map(variable(policy, 'moved'), [
      'default "";',
      ...policy.moved.map(({ from, to }) => `${quoted(from)} ${quoted(to)};`),
    ]),
    map(variable(policy, 'gone'), [
      // Asked again when nginx goes on to the page itself.
      'volatile;',
      'default "";',
      ...policy.gone.map((path) => `${quoted(path)} 1;`),
    ]),
    `map $status $${variable(policy, 'allow')} {\n  default "";\n  405 "GET, HEAD";\n}\n`,
  ].join('\n');
}

function server(policy: HostPolicy): string {
  const { base, types } = policy;
  const $ = (name: string) => `$${variable(policy, name)}`;
  const named = types.filter(({ paths }) => !paths.startsWith(`${base}*.`));
  const ending = types.filter((type) => !named.includes(type));
  return `server_tokens off;
absolute_redirect off;
charset off;
gzip off;
gzip_static on;
gzip_vary on;
gzip_proxied any;
${lines(
  headerNames(policy).map((name) => `add_header ${name} ${$(name)} always;`),
  '',
)}add_header Allow ${$('allow')} always;

if ($request_method !~ "^(?:GET|HEAD)$") {
  return 405;
}
if (${$('moved')}) {
  return 301 ${$('moved')}$is_args$args;
}
if (${$('gone')}) {
  return 410;
}
error_page 403 404 =404 ${quoted(`${base}404.html`)};
error_page 410 ${'${uri}'}index.html;

default_type ${unknownType};
types {
${lines(
  ending.map(({ paths, type }) => `${quoted(type)} ${paths.slice(base.length + 2)};`),
  '  ',
)}}

location ${quoted(base)} {
  alias $release/;
  # Files for hosts, and what lies compressed beside a file, have no address.
  location ~ "/\\.(?!well-known/)|\\.(?:br|gz|zst)$" {
    return 404;
  }
  location ~ "/index\\.html$" {
    internal;
    error_page 404 = @folder;
  }
${named.map(({ paths, type }) => `  location ~ ${pattern(paths).replace('~', '')} {\n    types {}\n    default_type ${quoted(type)};\n  }\n`).join('')}}
location @folder {
  rewrite "^(.*/)index\\.html$" $1 permanent;
}
${base === '/' ? '' : outside(base)}`;
}

const outside = (base: string) => `
location = ${quoted(base.slice(0, -1))} {
  return 301 ${quoted(base).slice(0, -1)}$is_args$args";
}
location / {
  return 404;
}
`;
