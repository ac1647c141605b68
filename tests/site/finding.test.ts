import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { hostileHeadline, seriesName } from '../fixture.ts';
import { archive, filesOf, home, pagesOf } from '../sites.ts';
import { attribute, jsonLdOf, inLine, kuwait, openPage, Page } from './page.ts';

const texts = (page: Page, selector: string) =>
  page.all(selector).map((element) => inLine(toString(element)));
const paths = (page: Page, selector: string) =>
  page.all(selector).map((link) => attribute(link, 'href').slice(archive.base.length));

/** Every story of the fixture, with its page, by its path. */
const stories = pagesOf(archive)
  .map(([path, html]) => [path.replace(/index\.html$/, ''), new Page(html)] as const)
  .filter(([, page]) => page.meta('og:type') === 'article');
const pageAt = new Map(stories);

describe('related stories', () => {
  it('share a topic, which is said, and are told with their kind and date', () => {
    const page = openPage(archive, '2014/01/02/lake-fish/');
    expect(texts(page, '.related li').slice(0, 2)).toEqual([
      'Of the lake two July 1, 2013 · Also on Kosovo and Lake Ohrid',
      'Background Of the lake ferry June 15, 2013 · Also on Kosovo and Lake Ohrid',
    ]);
    expect(paths(page, '.related a').slice(0, 2)).toEqual([
      '2013/07/01/lake-two/',
      '2013/06/15/lake-ferry/',
    ]);
  });

  it('are later ones, too, and none of the series that has a place of its own', () => {
    const related = paths(openPage(archive, '2013/07/01/lake-two/'), '.related a');
    expect(related).toContain('2014/01/02/lake-fish/');
    expect(related).toContain('2013/06/15/lake-ferry/');
    expect(related.filter((path) => /lake-(?:one|three)/.test(path))).toEqual([]);
  });

  it('are never the story itself, one that was taken back, gone or not there, or the same twice', () => {
    let found = 0;
    for (const [path, page] of stories) {
      const related = paths(page, '.related a');
      expect(related.length, path).toBeLessThanOrEqual(4);
      expect(new Set([path, ...related]).size, path).toBe(related.length + 1);
      for (const other of related) {
        const told = jsonLdOf(pageAt.get(other)!)[0]!;
        expect(told['creativeWorkStatus'], path).toBeUndefined();
        const why = new Set(told['keywords'] as string[]);
        expect(
          texts(page, '.topics a').some((topic) => why.has(topic)),
          path,
        ).toBe(true);
      }
      found += related.length;
    }
    expect(found).toBeGreaterThan(200);
    expect(openPage(home, kuwait).all('.related')).toEqual([]);
  });
});

describe('a series', () => {
  const address = '/news/series/lake-years/';

  it('says above the text and below it which part this is', () => {
    const page = openPage(archive, '2013/07/01/lake-two/');
    expect(page.text('.in-series')).toBe(`${seriesName} Part 2 of 3`);
    expect(attribute(page.one('.in-series a'), 'href')).toBe(address);
    const box = page.all('.after').find((part) => toString(part).includes('Part 2'))!;
    expect(selectAll('h2, p', box).map((part) => inLine(toString(part)))).toEqual([
      `Series: ${seriesName}`,
      'Part 2 of 3',
      'Previous part Of the lake one',
      'Next part Of the lake three',
    ]);
    expect(selectAll('a', box).map((link) => attribute(link, 'href'))).toEqual([
      address,
      '/news/2013/05/01/lake-one/',
      '/news/2013/06/01/lake-three/',
    ]);
  });

  it('is a list from the first part on, and one among the series', () => {
    const page = openPage(archive, 'series/lake-years/');
    expect(page.text('h1')).toBe(seriesName);
    expect(texts(page, '.teaser > .when:first-child, .teaser h2')).toEqual([
      ...['Part 1', 'Of the lake one', 'Part 2', 'Of the lake two'],
      ...['Part 3', 'Of the lake three'],
    ]);
    const index = openPage(archive, 'series/');
    expect(texts(index, '.index a')[0]).toBe(`${seriesName} 3 stories`);
    expect(paths(openPage(archive, ''), '.colophon a')).toContain('series/');
  });

  it('is known to programs by one name', () => {
    const [list] = jsonLdOf(openPage(archive, 'series/lake-years/'));
    const [part] = jsonLdOf(openPage(archive, '2013/07/01/lake-two/'));
    const series = {
      '@type': 'CreativeWorkSeries',
      '@id': `${archive.url}series/lake-years/#series`,
      name: seriesName,
      url: `${archive.url}series/lake-years/`,
      description: 'How a lake changed.',
    };
    expect([list!['about'], part!['isPartOf'], part!['position']]).toEqual([series, series, 2]);
  });

  it('leaves no trace where there are none', () => {
    expect([...filesOf(home).keys()].filter((path) => path.includes('series'))).toEqual([]);
    expect(paths(openPage(home, ''), 'a').join()).not.toContain('series');
  });
});

it('says of a story over a year old that it is, and of no other', () => {
  for (const [path, page] of stories) {
    const isOld = Date.parse(path.slice(0, 10).replaceAll('/', '-')) < Date.parse('2025-11-23');
    const isRetracted = jsonLdOf(page)[0]!['creativeWorkStatus'] !== undefined;
    const notices = texts(page, '.old');
    expect(notices, path).toEqual(
      isOld && !isRetracted ? ['This story is more than a year old.'] : [],
    );
  }
  expect(openPage(home, kuwait).all('header .byline + .old')).toHaveLength(1);
  expect(openPage(archive, '2026/11/22/pictures/').all('.old')).toHaveLength(0);
});

describe('share links', () => {
  it('are plain links with the headline and the address of each story', () => {
    for (const [path, page] of stories) {
      const links = page.all('.share a');
      if (jsonLdOf(page)[0]!['creativeWorkStatus']) {
        expect(links, path).toEqual([]);
        continue;
      }
      const urls = links.map((link) => new URL(attribute(link, 'href')));
      const address = archive.url + path;
      const text = `${page.meta('og:title')}\n${address}`;
      expect(urls.map(({ protocol, host }) => protocol + host)).toEqual([
        'mailto:',
        'https:share.joinmastodon.org',
        'https:bsky.app',
        'https:wa.me',
      ]);
      const [mail, mastodon, ...others] = urls;
      expect(mail!.searchParams.get('body'), path).toBe(address);
      expect(`${mail!.searchParams.get('subject')}\n${address}`, path).toBe(text);
      expect(new URLSearchParams(mastodon!.hash.slice(1)).get('text'), path).toBe(text);
      for (const { searchParams } of others) expect(searchParams.get('text'), path).toBe(text);
      for (const link of links) expect(attribute(link, 'rel'), path).toBe('nofollow,noopener');
    }
  });

  it('carry a hostile headline as it is', () => {
    const [mail] = openPage(archive, '2026/11/20/hostile/').all('.share a');
    expect(new URL(attribute(mail!, 'href')).searchParams.get('subject')).toBe(hostileHeadline);
  });
});

it('goes from the story itself to others and back to it', () => {
  const page = openPage(archive, '2013/07/01/lake-two/');
  expect(texts(page, '.after h2, .after .neighbours').map((text) => text.slice(0, 13))).toEqual([
    'Topics',
    'Series: A “la',
    'Previous part',
    'Related stori',
    'Next story Re',
    'About the aut',
    'Share this st',
  ]);
});
