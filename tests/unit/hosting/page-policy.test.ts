import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noAdditions } from '../../../src/hosting/csp.ts';
import { writePagePolicies } from '../../../src/hosting/page-policy.ts';
import { pageReader } from '../../../src/hosting/page-reader.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'page-policy-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** Lays policies for what is found in pages. */
function lay(files: string[], within: boolean, done?: Map<string, unknown>, csp = noAdditions) {
  const readPage = pageReader('https://a.example/');
  const found = files.map(
    (file) => [file, readPage(read(file), 'https://a.example/').facts] as const,
  );
  writePagePolicies(folder, { found: new Map(found), csp }, within, done);
}

const start = '<!DOCTYPE html><html><head><meta charset="utf-8">';
// printf 'b{}' | openssl dgst -sha256 -binary | base64
const style = 'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans=';
const script = 'sha256-GcEEE0IkDzIP5EQ6DXZaDPORqT5RTBELX8Fyzyg9yvo=';
const rest = '<style>b{}</style><script data-words="{}">f()</script></head>';
const own =
  "img-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

it('writes into each page what it needs itself, before all that this governs', () => {
  write('a/index.html', start + rest);
  lay(['a/index.html'], true);
  expect(read('a/index.html')).toBe(
    `${start}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${script}'; style-src '${style}'; ${own}">${rest}`,
  );
});

it('lets the search unpack, and a page without scripts run none', () => {
  write('search/index.html', `${start}<style>b{}</style>`);
  write('index.html', start);
  lay(['search/index.html', 'index.html'], true);
  expect(read('search/index.html')).toContain(`; script-src 'self' 'wasm-unsafe-eval'">`);
  expect(read('index.html')).toBe(
    `${start}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${own}">`,
  );
});

it('writes it once, takes it out again, and leaves what is linked elsewhere', () => {
  write('index.html', start + rest);
  linkSync(join(folder, 'index.html'), join(folder, 'linked'));
  lay(['index.html'], true);
  expect(read('linked')).toBe(start + rest);
  const once = read('index.html');
  lay(['index.html'], true);
  expect(read('index.html')).toBe(once);
  lay(['index.html'], false);
  expect(read('index.html')).toBe(start + rest);
  expect(read('linked')).toBe(start + rest);
});

it('says which page it can’t protect', () => {
  write('own.html', '<!doctype html><title>A</title>');
  expect(() => lay(['own.html'], true)).toThrow(
    'own.html has no <meta charset="utf-8">, behind which its Content Security Policy belongs. Write it at the top of its head.',
  );
  lay(['own.html'], false);
  expect(read('own.html')).toBe('<!doctype html><title>A</title>');
});

it('leaves a page alone that is done', () => {
  write('a/index.html', start + rest);
  write('b/index.html', start + rest);
  lay(['a/index.html', 'b/index.html'], true, new Map([['a/index.html', {}]]));
  expect(read('a/index.html')).toBe(start + rest);
  expect(read('b/index.html')).not.toBe(start + rest);
});

it.each([
  ['<!doctype html><meta charset=utf-8>', '<title>A</title>'],
  [
    "<html><head>\n<!-- <meta charset='a'> --><META CHARSET='UTF-8' />",
    '\n<link rel="icon" href="/a">',
  ],
  [start, '<title><meta http-equiv="Content-Security-Policy" content="x"></title>'],
  [start, ''],
])('finds the place in a page however it is written: %s%s', (before, after) => {
  write('own.html', before + after);
  lay(['own.html'], true);
  expect(
    read('own.html').replace(/<meta http-equiv="[^"]+" content="default-src[^"]+">/, '|'),
  ).toBe(`${before}|${after}`);
  lay(['own.html'], false);
  expect(read('own.html')).toBe(before + after);
});

it('leaves a policy alone that somebody wrote into a page at another place', () => {
  const own =
    '<title>A</title><meta http-equiv="Content-Security-Policy" content="img-src \'none\'">';
  write('own.html', start + own);
  lay(['own.html'], true);
  expect(read('own.html').endsWith(own)).toBe(true);
  lay(['own.html'], false);
  expect(read('own.html')).toBe(start + own);
});

it('allows script files of the site where a page has one, and what is added', () => {
  write('a.html', `${start}<script src="/a.js"></script>`);
  write('b.html', start);
  lay(['a.html', 'b.html'], true, undefined, { ...noAdditions, frame: ['https://v.example'] });
  expect(read('a.html')).toContain("; script-src 'self'; img-src 'self'");
  expect(read('b.html')).not.toContain('script-src');
  expect(read('b.html')).toContain('; frame-src https://v.example">');
});
