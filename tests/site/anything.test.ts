import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import sax from 'sax';
import { parseFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { typeset } from '../../src/desk/typography/typeset.ts';
import { passedSlush } from '../slush-pile.ts';
import { slushWord } from '../slush.ts';
import { archive, filesOf, pagesOf } from '../sites.ts';
import { attribute, jsonLdOf, Page } from './page.ts';

// That every page is HTML as the standard has it, html.test.ts holds for all pages of the fixture.

const files = filesOf(archive);
const pages = new Map(pagesOf(archive));
const { stories, out, shown } = passedSlush(`${archive.folder}-content`);
const feed = files.get('feed.xml')!.toString();
const read = parseFeed(feed);
const items = (read.format === 'rss' && read.feed.items) || [];

it('has enough of every fate to tell', () => {
  const counts = Map.groupBy(stories, ({ fate }) => fate);
  for (const fate of ['published', 'retracted', 'draft', 'embargoed', 'expired'] as const)
    expect(counts.get(fate)?.length, fate).toBeGreaterThan(3);
  expect(out.filter(({ path }) => feed.includes(path)).length).toBeGreaterThan(2);
});

it('shows every word that is out, and not a byte of one that is not', () => {
  const found = [...files].flatMap(([path, bytes]) =>
    [...`${path} ${bytes.toString('latin1')}`.toLowerCase().matchAll(slushWord)].map(
      ([own]) => own,
    ),
  );
  expect([...new Set(found)].sort()).toEqual(shown.toSorted());
});

/** A line of text as the desk takes and sets it. */
const asRead = (text: string) =>
  typeset(text.replace(/[ \t\r\n\u2028\u2029]+/g, ' ').trim(), 'en-US');

it.each(out.map(({ path, headline }) => [path, headline]))(
  'has at %s the headline as it was written, for readers and for machines',
  (path, headline) => {
    const page = new Page(pages.get(`${path}index.html`)!);
    const [data] = jsonLdOf(page);
    expect({
      page: toString(page.one('h1')),
      title: toString(page.one('title')),
      preview: page.meta('og:title'),
      data: data!['headline'],
    }).toEqual({
      page: asRead(headline),
      title: `${asRead(headline)} · ANH`,
      preview: asRead(headline),
      data: asRead(headline),
    });
  },
);

/** Attributes that hold addresses, as hast names them. */
const addressed = ['href', 'src', 'action', 'formAction', 'cite', 'data', 'poster', 'background'];

/** The choice of the theme, which every page has to the letter. */
const theme = toString(new Page(pages.get('404.html')!).one('script[data-words]'));
const isKnown = (script: Element) =>
  script.properties['type'] === 'application/ld+json' || toString(script) === theme;

/** What of a document could run, or load what the newsroom did not choose. */
function dangers(html: string): string[] {
  return selectAll('*', fromHtml(html)).flatMap((element) => {
    const { tagName, properties } = element;
    const runs =
      ['iframe', 'object', 'embed', 'base', 'form', 'svg', 'math'].includes(tagName) ||
      (tagName === 'script' && !isKnown(element));
    const names = Object.keys(properties).filter((name) => /^on|^style$|^srcdoc$/i.test(name));
    const addresses = addressed
      .map((name) => attribute(element, name))
      .filter((address) => address && !/^(?:https:\/\/|mailto:|tel:|[/#])/.test(address));
    return [...(runs ? [tagName] : []), ...names, ...addresses].map((what) => `${tagName} ${what}`);
  });
}

it('carries nothing that runs, on any page and in the feed', () => {
  expect(dangers('<b onclick=x style=y><a href=" JaVascript:x">')).toHaveLength(3);
  const texts = items.map((item): [string, string] => [item.link!, item.content!.encoded!]);
  expect(texts).toHaveLength(30);
  expect(
    [...pages, ...texts].flatMap(([path, html]) => dangers(html).map((one) => [path, one])),
  ).toEqual([
    ['feeds/index.html', 'script script'],
    ['search/index.html', 'form form'],
    ['search/index.html', 'script script'],
  ]);
});

it('writes data that machines can read', () => {
  for (const [path, html] of pages)
    for (const script of new Page(html).all('script[type="application/ld+json"]'))
      expect(JSON.parse(toString(script)), path).toHaveProperty('@graph');
});

it('writes XML that a strict parser reads, with every headline in it', () => {
  for (const [path, bytes] of files)
    if (/\.(?:xml|svg)$/.test(path))
      expect(() => sax.parser(true).write(bytes.toString()).close()).not.toThrow();
  const titles = new Map(items.map(({ link, title }) => [link!.slice(archive.url.length), title]));
  for (const { path, headline } of out)
    if (titles.has(path)) expect(titles.get(path)).toBe(asRead(headline));
});
