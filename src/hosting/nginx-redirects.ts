import { hash } from 'node:crypto';
import { lines, quoted, quotedTarget } from './config-text.ts';
import type { HostPolicy } from './policy.ts';
import { askedPattern, bothForms, filled, movedForms } from './redirects.ts';

/** A `map` block for nginx’s `http` block. */
export const map = (from: string, to: string, entries: string[], otherwise = '') =>
  `map ${from} ${to} {\n${lines([`default ${quoted(otherwise)};`, ...entries], '  ')}}\n`;

/**
 * All sites of an nginx share variables, so the names for this site begin with a digest of its address.
 * Names are limited to 46 characters, because `variables_hash_bucket_size` is 64 by default.
 */
export const variables = ({ url }: HostPolicy) => {
  const site = hash('sha256', url).slice(0, 8);
  return (name: string) => `$site_${site}_${name.toLowerCase().replaceAll('-', '_')}`;
};

/** Returns the name of a site’s variable. */
type Named = (name: string) => string;

const pair = (path: string, to: string) => `${quoted(path)} ${quotedTarget(to)};`;

/** The query parameters that identify pages. nginx ignores the case of their names. */
const parametersOf = ({ byQuery }: HostPolicy) => [
  ...Map.groupBy(byQuery, ({ name }) => name.toLowerCase()),
];

/** Maps from which nginx knows what has moved and what is gone. */
export function redirectMaps(policy: HostPolicy, $: Named): string[] {
  const { base, gone, removed, patterns } = policy;
  const entries = movedForms(policy, true).map(({ from, to }) => pair(from, to));
  const pages = gone.map((path) => `${quoted(path)} ${quoted(`${path}index.html`)};`);
  const allGone = [...gone, ...removed.flatMap(bothForms)];
  return [
    map('$uri', $('moved'), entries),
    ...parametersOf(policy).map(([name, all], at) =>
      map(
        `"$uri?$arg_${name}"`,
        $(`asked_${at}`),
        all.flatMap(({ from, value, to }) =>
          bothForms(from).map((path) => pair(`${path}?${value}`, to)),
        ),
      ),
    ),
    // Evaluated again when nginx redirects internally to the page.
    map('$uri', $('gone'), ['volatile;', ...allGone.map((path) => `${quoted(path)} 1;`)]),
    map('$uri', $('gone_page'), pages, `${base}404.html`),
    ...(patterns.length > 0 ? patternMaps(policy, $) : []),
  ];
}

/**
 * Patterns match the request path before it is decoded, so that nothing has to be encoded again. They
 * must not match when nginx redirects internally to the 404 page.
 */
function patternMaps({ base, patterns }: HostPolicy, $: Named): string[] {
  const rest = $('rest').slice(1);
  return [
    `map $uri ${$('asked')} {
  volatile;
  default $request_uri;
  ${quoted(`${base}404.html`)} "";
}
`,
    map($('asked'), $('pattern'), [
      'volatile;',
      ...patterns.map(({ from, to }) => {
        const found = askedPattern(from).replace('(|', `(?<${rest}>|`).replaceAll('\\', '\\\\');
        return `"~${found}" ${to === undefined ? 'gone' : filled(quotedTarget(to), `\${${rest}}`)};`;
      }),
    ]),
  ];
}

/** Redirects for nginx’s `server` block, the most specific first. */
export function redirecting(policy: HostPolicy, $: Named): string {
  const when = (condition: string, answer: string) =>
    `if (${condition}) {\n  return ${answer};\n}\n`;
  const pattern = $('pattern');
  return [
    ...parametersOf(policy).map((_, at) => when($(`asked_${at}`), `301 ${$(`asked_${at}`)}`)),
    when($('moved'), `301 ${$('moved')}$is_args$args`),
    when($('gone'), '410'),
    ...(policy.patterns.length > 0
      ? [when(`${pattern} = gone`, '410'), when(pattern, `301 ${pattern}$is_args$args`)]
      : []),
  ].join('');
}
