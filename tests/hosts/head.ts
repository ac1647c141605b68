import { values, type Answer } from './ask.ts';

/** What servers say of themselves, of a file and of the connection. */
const own = [
  ...['accept-ranges', 'allow', 'connection', 'content-encoding', 'content-length'],
  ...['content-range', 'content-type', 'date', 'etag', 'keep-alive', 'last-modified', 'location'],
  ...['server', 'transfer-encoding', 'vary'],
];

/** What stands in every head, whatever the module says that writes it. */
const everywhere: [name: string, value: RegExp][] = [
  [
    'Content-Security-Policy',
    /^default-src 'none'; .*base-uri 'none'; (?:form-action 'none'; )?frame-ancestors 'none'/,
  ],
  // No script is ever trusted for where it stands. Browsers’ own pages may be styled, as there is no script.
  [
    'Content-Security-Policy',
    /^(?:(?!.*'unsafe-(?:inline|eval|hashes)').*|default-src 'none'; style-src 'unsafe-inline'; (?!.*script).*)$/,
  ],
  ['Cross-Origin-Opener-Policy', /^same-origin$/],
  ['Cross-Origin-Resource-Policy', /^(?:same|cross)-origin$/],
  ['Permissions-Policy', /^[a-z-]+=\(\)(?:, [a-z-]+=\(\)){10,}$/],
  ['Referrer-Policy', /^strict-origin-when-cross-origin$/],
  ['X-Content-Type-Options', /^nosniff$/],
  ['Strict-Transport-Security', /^max-age=\d{8}$/],
  ['Cache-Control', /^(?:no-cache|public, max-age=31536000, immutable)$/],
  ['Date', /GMT$/],
];

/**
 * What is wrong with the head of an answer.
 * @param expected what must stand in it, by names in small letters, and nothing else but `own`
 */
export function problemsOf(answer: Answer, expected: Record<string, string>): string[] {
  const names = answer.headers.map(([name]) => name.toLowerCase());
  const twice = names.filter((name, at) => names.indexOf(name) < at);
  return [
    ...twice.map((name) => `${name} twice`),
    ...names
      .filter((name) => !own.includes(name) && !(name in expected))
      .map((name) => `${name} too much`),
    ...Object.entries(expected)
      .filter(([name, value]) => values(answer, name)[0] !== value)
      .map(([name, value]) => `${name}: ${values(answer, name)[0]}, not ${value}`),
    ...everywhere
      .filter(([name, value]) => !value.test(values(answer, name)[0] ?? ''))
      .map(([name]) => `${name}: ${values(answer, name)[0]}`),
  ];
}
