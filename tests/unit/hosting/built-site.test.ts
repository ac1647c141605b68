import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathOf, readBuiltSite } from '../../../src/hosting/built-site.ts';
import { siteFolder, smallSite } from './small-site.ts';

const { write, at } = siteFolder();

describe('what is found in a built site', () => {
  it('is where it belongs, by the address of its front page', () => {
    expect(readBuiltSite(write(smallSite())).url).toBe('https://a.example/news/');
  });

  it('are its files, and apart from them what is for hosts and what lies compressed beside them', () => {
    const own = {
      ...smallSite(),
      '.well-known/trust.txt': '',
      'a/b.c/d.txt': '',
      'a/_headers': '',
    };
    const others = [
      ...[
        '.git/config',
        '.host/http.conf',
        '.htaccess',
        '.site.json',
        '.well-known/.x',
        '_headers',
        '_redirects',
      ],
      ...['a/.env', 'feed.xml.br', 'feed.xml.gz', 'feed.xml.zst', 'old/.htaccess', 'vercel.json'],
    ];
    write({ ...Object.fromEntries(others.map((file) => [file, ''])), ...own });
    const site = readBuiltSite(at());
    const isServed = (file: string) => file !== '.site.json';
    expect(site.files).toEqual(Object.keys(own).filter(isServed).sort());
    expect(site.unserved).toEqual(others);
  });

  it('are the hashes of styles and scripts in its pages, and apart from them of its maps', () => {
    // printf 'b{}' | openssl dgst -sha256 -binary | base64, and so on
    expect(readBuiltSite(write(smallSite())).hashes).toEqual({
      styles: [
        "'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='",
        "'sha256-e6jWDOyGxCCjebQhFRQYe5n6sSPlNhc3njC4Jta3SyM='",
      ],
      scripts: ["'sha256-GcEEE0IkDzIP5EQ6DXZaDPORqT5RTBELX8Fyzyg9yvo='"],
      maps: ["'sha256-CgBJ6G5VBvIk4LmdP8x95vaa9rIhOkeAzvMl98Ca08w='"],
    });
  });

  it('is what each page needs and shows, with the origins that are no file of the site', () => {
    const page = '<img src="/news/_astro/p.webp"><img src="https://x.example/a.png">';
    const site = readBuiltSite(write({ ...smallSite(), 'b/index.html': page }));
    expect(site.found.get('b/index.html')).toEqual({
      styles: [],
      scripts: [],
      needs: { 'img-src': ['https://x.example'] },
    });
    expect(site.assets.get('b/index.html')).toEqual(['_astro/p.webp']);
  });

  it('is not read again where it is known', () => {
    const known = { styles: ["'sha256-k'"], scripts: [] };
    const site = readBuiltSite(write(smallSite()), new Map([['a/index.html', known]]));
    expect(site.found.get('a/index.html')).toBe(known);
    expect(site.hashes.styles).toContain("'sha256-k'");
    expect(site.assets.has('a/index.html')).toBe(false);
  });

  it('is whether a page other than the search runs a script file', () => {
    expect(readBuiltSite(write(smallSite())).hasScriptFile).toBe(false);
    const page = '<script src="/news/x.js"></script>';
    expect(readBuiltSite(write({ 'b/index.html': page })).hasScriptFile).toBe(true);
  });

  it('are the stories that have moved, and those that were taken down', () => {
    const site = readBuiltSite(write(smallSite()));
    expect(site.moved).toEqual([{ from: '/news/old/', to: '/news/a/' }]);
    expect(site.gone).toEqual(['/news/taken/down/']);
  });
});

it('says what to do with a site that hands over nothing', () => {
  rmSync(join(write(smallSite()), '.site.json'));
  expect(() => readBuiltSite(at())).toThrow(
    `The site in ${at()}/ has no .site.json, in which a build tells what hosts must know. Build it again with npm run build.`,
  );
});

it('says what to do where no site was built', () => {
  rmSync(write({ 'index.html': '' }), { recursive: true });
  const says = `There is no built site in ${at()}/. Run npm run build first.`;
  expect(() => readBuiltSite(at())).toThrow(says);
  write({ 'feed.xml': '' });
  expect(() => readBuiltSite(at())).toThrow(says);
});

it.each([
  ['index.html', ''],
  ['a/b/index.html', 'a/b/'],
  ['404.html', '404.html'],
  ['not-index.html', 'not-index.html'],
  ['feed.xml', 'feed.xml'],
])('%s is at %j', (file, path) => {
  expect(pathOf(file)).toBe(path);
});
