import { expect, it } from 'vitest';
import { hostileHeadline, longHeadline } from '../fixture.ts';
import { archive, home, pagesOf } from '../sites.ts';
import { attribute, jsonLdOf, isKeptOut, kuwait, openPage, Page } from './page.ts';

it.each([home, archive])(
  'gives every page of $folder its own title, summary and address',
  (site) => {
    const titles = new Set<string>();
    const found = pagesOf(site).filter(([, html]) => !isKeptOut(html));
    for (const [path, html] of found) {
      const page = new Page(html);
      const canonical = attribute(page.one('link[rel=canonical]'), 'href');
      expect(canonical).toBe(new URL(path.replace(/index\.html$/, ''), site.url).href);
      expect(page.meta('og:url')).toBe(canonical);
      expect(page.meta('description')).not.toBe('');
      expect(page.all('h1')).toHaveLength(1);
      expect(attribute(page.one('html'), 'lang')).not.toBe('');
      titles.add(page.text('title'));
    }
    expect(titles.size).toBe(found.length);
  },
);

it('gives previews of the story what the page shows', () => {
  const page = openPage(home, kuwait);
  expect(page.meta('og:type')).toBe('article');
  expect(page.meta('og:title')).toBe(page.text('h1'));
  expect(page.meta('og:locale')).toBe('en_US');
  expect(page.meta('article:published_time')).toBe('2021-03-09');
  expect(page.meta('article:modified_time')).toBeUndefined();
  expect(page.meta('author')).toBe(page.text('.byline [rel=author]'));
  expect(page.meta('og:image')).toMatch(/^https:\/\/anh\.example\/cards\/[0-9a-f]{32}\.png$/);
  expect(page.meta('twitter:image:alt')).toBe(page.meta('og:image:alt'));
});

it('names in the fediverse whoever wrote a story, and only there', () => {
  const naming = pagesOf(archive).flatMap(([path, html]) => {
    const creators = new Page(html).all('meta[name="fediverse:creator"]');
    return creators.map((meta) => [path, attribute(meta, 'content')]);
  });
  expect(naming).toEqual([['2026/11/20/hostile/index.html', '@zoe@social.example']]);
  const author = openPage(archive, 'authors/zoe/');
  expect(author.meta('og:type')).toBe('profile');
  expect(openPage(archive, 'military/').meta('og:type')).toBe('website');
  expect(author.meta('twitter:card')).toBe('summary_large_image');
});

it('keeps a hostile headline data wherever it stands', () => {
  const page = openPage(archive, '2026/11/20/hostile/');
  expect(page.text('h1')).toBe(hostileHeadline);
  expect(page.text('title')).toBe(`${hostileHeadline} · ANH`);
  expect(page.meta('og:title')).toBe(hostileHeadline);
  expect(jsonLdOf(page)[0]).toMatchObject({
    '@type': 'OpinionNewsArticle',
    headline: hostileHeadline,
    dateModified: '2026-11-21T10:00:00+01:00',
  });
  for (const [path, html] of pagesOf(archive)) {
    const scripts = new Page(html).all('script');
    const kinds = scripts.map((script) => attribute(script, 'type'));
    // Without a kind is the theme’s, of which tests/browser/theme.test.ts knows every byte.
    expect(
      kinds.filter((kind) => kind !== 'application/ld+json' && kind !== ''),
      path,
    ).toEqual(path === 'search/index.html' ? ['module'] : []);
    expect(new Page(html).all('h1 b, h2 b, h3 b, .index b, .byline i'), path).toEqual([]);
  }
});

it('holds a headline of 200 characters', () => {
  expect(openPage(archive, '2026/11/19/long/').text('h1')).toBe(longHeadline);
  expect(longHeadline).toHaveLength(200);
});
