import { describe, expect, it } from 'vitest';
import { allows, cspAdditions, noAdditions } from '../../../src/hosting/csp.ts';
import { readOptions } from '../../../src/integration/options.ts';

describe('what may be added to the policy', () => {
  it('is nothing by itself', () => {
    expect(readOptions({}).csp).toEqual(noAdditions);
    expect(new Set(Object.values(noAdditions).flat())).toEqual(new Set());
  });

  it.each([
    ['https://cdn.example'],
    ['https://cdn.example:8443'],
    ['https://*.cdn.example'],
    ['https://xn--bcher-kva.example'],
  ])('is an origin: %s', (source) => {
    for (const name of Object.keys(noAdditions))
      expect(cspAdditions.parse({ [name]: [source] })).toEqual({
        ...noAdditions,
        [name]: [source],
      });
  });

  it('is data: for pictures alone', () => {
    expect(cspAdditions.parse({ img: ['data:'] }).img).toEqual(['data:']);
    for (const name of ['connect', 'form', 'frame', 'media', 'script'])
      expect(() => readOptions({ csp: { [name]: ['data:'] } }), name).toThrow(
        `astro.config.mjs: The option \`csp.${name}.0\` is not right: “data:” is not an origin: write https:// and the host in small letters`,
      );
  });

  it.each([
    ['http://cdn.example'],
    ['cdn.example'],
    ['//cdn.example'],
    ['https:'],
    ['https://'],
    ['https://*'],
    ['https://*.example'],
    ['https://*.*.cdn.example'],
    ['https://a*.cdn.example'],
    ['https://localhost'],
    ['https://cdn.example/'],
    ['https://cdn.example/a.js'],
    ['https://cdn.example:443'],
    ['https://CDN.example'],
    ['https://user@cdn.example'],
    ["https://cdn.example 'unsafe-inline'"],
    ['https://cdn.example; script-src https://x.example'],
    ['https://cdn.example\nX-Header: a'],
    [' https://cdn.example'],
    ['*'],
    [''],
    ["'self'"],
    ["'none'"],
    ["'sha256-GcEEE0IkDzIP5EQ6DXZaDPORqT5RTBELX8Fyzyg9yvo='"],
    ["'nonce-a'"],
    ["'unsafe-eval'"],
    ['unsafe-inline'],
    ["'strict-dynamic'"],
  ])('is not %j', (source) => {
    expect(cspAdditions.safeParse({ script: [source] }).success).toBe(false);
  });

  it('is told what is wrong, and what to write instead', () => {
    expect(() => readOptions({ csp: { script: ["'unsafe-inline'"] } })).toThrow(
      "The option `csp.script.0` is not right: “'unsafe-inline'” would allow code that somebody put into a page; name an origin instead, such as https://cdn.example.",
    );
    expect(() => readOptions({ csp: { image: [] } })).toThrow(
      'newsroom() has no option `csp.image`: the nearest one is `csp.img`.',
    );
    expect(() => readOptions({ cps: {} })).toThrow(
      'newsroom() has no option `cps`: the nearest one is `csp`.',
    );
  });
});

it.each([
  ['https://a.example', 'https://a.example', true],
  ['https://a.example', 'https://b.example', false],
  ['https://a.example', 'https://a.example:8443', false],
  ['https://*.a.example', 'https://b.a.example', true],
  ['https://*.a.example', 'https://c.b.a.example', true],
  ['https://*.a.example', 'https://a.example', false],
  ['https://*.a.example', 'http://b.a.example', false],
  ['https://*.a.example', 'https://b.xa.example', false],
  ["'self'", "'self'", true],
])('a policy of %s for %s: %s', (allowed, source, expected) => {
  expect(allows({ 'img-src': [allowed] }, 'img-src', source)).toBe(expected);
  expect(allows({ 'img-src': [allowed] }, 'media-src', source)).toBe(false);
});
