import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadEnds } from '../../src/edition/dead-ends.ts';
import { makeEdition } from '../../src/edition/edition.ts';
import { readOldAddress } from '../../src/desk/schema/old-address.ts';
import { writeRedirects } from '../../src/hosting/redirect-pages.ts';
import {
  idOf,
  page,
  publication,
  read,
  refusals,
  story,
  storyFile,
  type Files,
} from './content.ts';

it.each([
  ['/2019/05/slug/', '/2019/05/slug/'],
  ['/2019/05/slug', '/2019/05/slug/'],
  ['/slug.html', '/slug.html'],
  ['/slug.HTM', '/slug.HTM'],
  ['/v1.2/', '/v1.2/'],
  ['/News/Old-Name/', '/News/Old-Name/'],
  ['/2019/05/index.html', '/2019/05/'],
  ['/?p=123', '/?p=123'],
  ['/blog?page_id=a-b.c', '/blog/?page_id=a-b.c'],
  ['/index.php?id=7', '/index.php?id=7'],
  ['/2019/caf%c3%a9/', '/2019/café/'],
  ['/%D0%92%D0%B5%D1%81%D1%82%D0%B8', '/Вести/'],
  ['/Вести/', '/Вести/'],
  ["/it's%20(1)%20&%20more;%20a=b,%20c+d!~@", "/it's (1) & more; a=b, c+d!~@/"],
  ['/.well-known/change-password', '/.well-known/change-password/'],
])('an old address %s is compared as %s', (written, expected) => {
  expect(readOldAddress(written)).toBe(expected);
  expect(readOldAddress(expected)).toBe(expected);
});

it.each([
  ['old', 'old is not a path of this site. Begin it with a slash: /…'],
  [
    'https://old.example/2019/a/?p=1',
    'https://old.example/2019/a/?p=1 is a full web address. Write only the part from the slash after the host: /2019/a/?p=1.',
  ],
  ['/', '/ is the front page.'],
  ['/index.html', '/ is the front page.'],
  ['/a/#b', 'which browsers do not send'],
  ['/a//b/', 'two slashes in a row'],
  ['//evil.example/', 'two slashes in a row'],
  ['/../a/', 'begins with a dot'],
  ['/a/%2e%2e/b', 'begins with a dot'],
  ['/.git/', 'begins with a dot'],
  ['/a/%E9/', 'has a % that does not begin a UTF-8 character'],
  ['/100%/', 'has a % that does not begin a UTF-8 character'],
  ['/a%2Fb/', 'all hosts support ("/")'],
  ['/a%0Ab/', 'all hosts support ("\\n")'],
  ['/$uri/', 'all hosts support ("$")'],
  ['/{path}/', 'all hosts support ("{")'],
  ['/a"b/', 'all hosts support ("\\"")'],
  ['/a%25b/', 'all hosts support ("%")'],
  ['/12:slug/', 'all hosts support (":")'],
  ['/2019/*', 'which only content/redirects.yaml allows'],
  ['/?p=', 'does not have exactly one parameter'],
  ['/?p=1&q=2', 'Name the parameter that identifies the page, such as /?p=123.'],
  ['/?p=a%20b', 'does not have exactly one parameter'],
  ['/?a-b=1', 'does not have exactly one parameter'],
  [`/${'a'.repeat(201)}/`, 'is too long'],
  [`/${'aaaaaaaaa/'.repeat(36)}`, 'is too long'],
])('an old address %s is refused', (written, says) => {
  expect(() => readOldAddress(written)).toThrow(says);
});

const vocabulary = {
  'sections.yaml':
    'military:\n  name: Military\n  formerly: [/category/army/]\nculture:\n  name: Arts\n  formerly: [/category/arts/]\n',
  'tags.yaml': 'kosovo:\n  name: Kosovo\n  formerly: [/tag/kosova/, /?tag=kosova]\n',
  'authors/anthony-barnett.yaml':
    'name: Anthony Barnett\ndescription: He covers the forces.\nformerly: [/author/tony/]\n',
  'pages/about.md': page({ formerly: '[/impressum.html]' }),
};

it('leads from the old addresses of whatever has a page', async () => {
  const content = await read({
    'publication.yaml': publication({ url: 'https://a.example/news/' }),
    ...vocabulary,
    'series.yaml': 'army:\n  name: A new army\n  formerly: [/dossier/army/]\n',
    [storyFile]: story({ series: 'army', formerly: '[/2019/caf%C3%A9, /?p=12]' }),
    'articles/draft.md': story({ id: idOf(1), draft: 'true', formerly: '[/draft/]' }),
    'articles/later.md': story({ id: idOf(2), published: '2030-01-01', formerly: '[/later/]' }),
    'articles/gone.md': story({ id: idOf(3), expires: '2022-01-01', formerly: '[/gone/]' }),
  });
  const { oldAddresses } = makeEdition(content, Date.parse('2026-11-23T12:00:00Z'));
  const led = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;
  // A section without a story has no page.
  expect(oldAddresses.moved.map(led).sort()).toEqual([
    '/news/2019/café/ /news/2021/03/09/troops/',
    '/news/author/tony/ /news/authors/anthony-barnett/',
    '/news/category/army/ /news/military/',
    '/news/dossier/army/ /news/series/army/',
    '/news/gone/ /news/2021/03/09/gone/',
    '/news/impressum.html /news/about/',
    '/news/tag/kosova/ /news/tags/kosovo/',
  ]);
  expect(oldAddresses.byQuery).toEqual([
    { from: '/news/', name: 'p', value: '12', to: '/news/2021/03/09/troops/' },
    { from: '/news/', name: 'tag', value: 'kosova', to: '/news/tags/kosovo/' },
  ]);
});

describe('the page of an old address', () => {
  async function pagesIn(language: string) {
    const content = await read({
      'publication.yaml': publication({ url: 'https://a.example/news/', language }),
      [storyFile]: story({ formerly: '[/2019/05/one/, /2019/05/two/]' }),
    });
    const site = mkdtempSync(join(tmpdir(), 'site-'));
    writeRedirects(makeEdition(content, Date.parse('2026-11-23T12:00:00Z')), site);
    return ['one', 'two'].map((name) =>
      readFileSync(join(site, '2019/05', name, 'index.html'), 'utf8'),
    );
  }

  it('leads on, is kept out of indexes, and names the address that counts', async () => {
    const pages = await pagesIn('en');
    expect(pages[1]).toBe(pages[0]);
    expect(pages[0]).toMatch(/^<!DOCTYPE html><html lang="en"><head>/);
    const to = '/news/2021/03/09/troops/';
    expect(pages[0]).toContain(`<meta http-equiv="refresh" content="0; url=${to}">`);
    expect(pages[0]).toContain(`<link rel="canonical" href="https://a.example${to}">`);
    expect(pages[0]).toContain('<meta name="robots" content="noindex">');
    expect(pages[0]).toMatch(new RegExp(`<p>[^<]*<a href="${to}">[^<]+</a>[^<]*</p>`));
  });

  it.each([
    ['ar', '<html lang="ar" dir="rtl">'],
    ['sq', '<html lang="sq">'],
    // Said in English, as the site has no words of its own in these.
    ['fa', '<html lang="en">'],
    ['tr', '<html lang="en">'],
  ])('is in the language in which it is said: %s', async (language, opening) => {
    expect((await pagesIn(language))[0]).toContain(opening);
  });
});

it.each<[string, Files, string]>([
  [
    'another story had',
    { [storyFile]: story({ formerly: '[/a/, /CATEGORY/army]' }) },
    'sections.yaml:3:14',
  ],
  ['a section has', { 'pages/about.md': page({ formerly: '[/Culture]' }) }, 'pages/about.md:4:12'],
  [
    'a story has',
    {
      'authors/anthony-barnett.yaml':
        'name: A\ndescription: B.\nformerly: [/2021/03/09/troops.html, /2021/03/09/Troops]\n',
    },
    'authors/anthony-barnett.yaml:3:37',
  ],
])('refuses an old address that %s', async (_, files, place) => {
  const told = await refusals({ ...vocabulary, ...files });
  expect(told.map(([at]) => at)).toEqual([place]);
  expect(told[0]![1]).toMatch(/ has the same address\.$/);
  expect(told[0]![2]).toMatch(/^Remove it from one of the two/);
});

it.each([
  ['/tags/', '/tags/'],
  ['/Feed.xml', '/feed.xml'],
  ['/feed.xml/more/', '/feed.xml'],
  ['/2021/03/', '/2021/03/'],
  ['/documents/Report.pdf', '/documents/report.pdf'],
  ['/404.html', '/404.html'],
])('refuses the old address %s, as something is at %s', async (formerly, found) => {
  const content = await read({ [storyFile]: story({ formerly: `[/fine/, ${formerly}]` }) });
  const edition = makeEdition(content, Date.parse('2026-11-23T12:00:00Z'));
  const [problem, ...others] = deadEnds(edition, content, ['documents/report.pdf']);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    file: expect.stringMatching(new RegExp(`${storyFile}$`)),
    line: 9,
    column: 20,
    summary: `${formerly} is an address at which something is now: ${found}.`,
  });
});
