import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findIn } from '../../../src/hosting/built-site.ts';
import { writePagePolicies } from '../../../src/hosting/page-policy.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'page-policy-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** Lays policies for what is found in pages. */
const lay = (files: string[], within: boolean, done?: Map<string, unknown>) =>
  writePagePolicies(folder, new Map(files.map((file) => [file, findIn(read(file))])), within, done);

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
  write('own.html', '<!doctype html><meta charset=utf-8>');
  expect(() => lay(['own.html'], true)).toThrow(
    'own.html has no <meta charset="utf-8">, after which its Content Security Policy belongs.',
  );
  lay(['own.html'], false);
});

it('leaves a page alone that is done', () => {
  write('a/index.html', start + rest);
  write('b/index.html', start + rest);
  lay(['a/index.html', 'b/index.html'], true, new Map([['a/index.html', {}]]));
  expect(read('a/index.html')).toBe(start + rest);
  expect(read('b/index.html')).not.toBe(start + rest);
});
