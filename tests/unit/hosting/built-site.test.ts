import { rmSync } from 'node:fs';
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
        '.redirects.json',
        '.well-known/.x',
        '_headers',
        '_redirects',
      ],
      ...['a/.env', 'feed.xml.br', 'feed.xml.gz', 'feed.xml.zst', 'old/.htaccess', 'vercel.json'],
    ];
    write({ ...Object.fromEntries(others.map((file) => [file, ''])), ...own });
    const site = readBuiltSite(at());
    const isServed = (file: string) => file !== '.redirects.json';
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

  it('is the hash of a style that compares, too', () => {
    const page = smallSite()['a/index.html']!;
    const style = '<style>@media (width<=9em){b{}}</style>';
    // printf '@media (width<=9em){b{}}' | openssl dgst -sha256 -binary | base64
    expect(
      readBuiltSite(write({ ...smallSite(), 'a/index.html': page + style })).hashes.styles,
    ).toContain("'sha256-R4a3fY60cOGh9RIKYVPtzOferl4U0+EmWm/Tg3vLUG0='");
  });

  it('are the stories that have moved, and those that were taken down', () => {
    const site = readBuiltSite(write(smallSite()));
    expect(site.moved).toEqual([{ from: '/news/old/', to: '/news/a/' }]);
    expect(site.gone).toEqual(['/news/taken/down/']);
  });
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
