import { expect, it } from 'vitest';
import { published } from '../fixture.ts';
import { archive, home, pagesOf } from '../sites.ts';
import { passedSlush } from '../slush-pile.ts';
import { attribute, inLine, openPage, type Page } from './page.ts';
import { toString } from 'hast-util-to-string';

const headlines = (page: Page) => page.all('.teaser h2 a').map((link) => inLine(toString(link)));

it('parts a long list into pages numbered from the oldest', () => {
  const author = openPage(archive, 'authors/anthony-barnett/');
  const count = Math.floor(published / 20) - 1;
  const numbered = Array.from({ length: count }, (_, at) =>
    openPage(archive, `authors/anthony-barnett/page/${count - at}/`),
  );
  const [two, one] = numbered.slice(-2);
  expect(headlines(author)).toHaveLength(published - 20 * count);
  expect(headlines(two!)).toHaveLength(20);
  expect(headlines(one!)).toHaveLength(20);
  expect(headlines(one!).at(-1)).toMatch(/^Story 1:/);
  expect(new Set([author, ...numbered].flatMap(headlines)).size).toBe(published);
  const links = two!.all('.pager a').map((link) => attribute(link, 'href'));
  expect(links).toEqual([
    `/news/authors/anthony-barnett/${count > 2 ? 'page/3/' : ''}`,
    '/news/authors/anthony-barnett/page/1/',
  ]);
});

it('orders a list by first publication, newest first, whatever was updated since', () => {
  expect(headlines(openPage(archive, 'tags/hostile/'))[0]).toContain('alert');
  const [first, second, third] = headlines(openPage(archive, 'authors/anthony-barnett/'));
  expect(first).toBe('Pictures above the text and in it');
  expect(second).toContain('alert');
  expect(third).toContain('longest headline');
});

it('indexes the topics with their counts', () => {
  const page = openPage(home, 'tags/');
  expect(page.text('h1')).toBe('Topics');
  const topics = page.all('.index a').map((link) => inLine(toString(link)));
  expect(topics).toEqual(
    [
      'Kosovo',
      'KSF (Kosovo Security Force)',
      'Kuwait',
      'Mission',
      'Peacekeeping',
      'Troops',
      'US Central Command',
    ].map((name) => `${name} 1 story`),
  );
});

it('lists the years by month, and every story in one month', () => {
  const months = pagesOf(archive).filter(([path]) => /^\d{4}\/\d{2}\/(?:page|index)/.test(path));
  const stories = months.flatMap(([path]) =>
    headlines(openPage(archive, path.replace(/index\.html$/, ''))),
  );
  const all = published + passedSlush(`${archive.folder}-content`).out.length;
  expect(new Set(stories).size).toBe(all);
  expect(stories).toHaveLength(all);
  const year = openPage(archive, '1996/').all('.index a');
  expect(inLine(toString(year.at(-1)!))).toMatch(/^January 1996 \d+ stories$/);
});

it('names on the front page the newest story with its picture, then the rest by section', () => {
  const frontmatter = openPage(archive, '');
  expect(frontmatter.text('.splash h2')).toBe('Pictures above the text and in it');
  expect(frontmatter.all('.splash figure img')).toHaveLength(1);
  expect(frontmatter.all('.desk > h2').map((h2) => inLine(toString(h2)))).toEqual([
    'Military',
    'Science & Technology',
  ]);
  expect(frontmatter.all('.desk')[0] && headlinesOf(frontmatter)).toHaveLength(12);
});

const headlinesOf = (page: Page) => page.all('.desk h3');
