import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { numbersFor } from '../../src/i18n/numbers.ts';
import { names, versionPath, versions } from '../fixture-versions.ts';
import { archive, filesOf, home, pagesOf } from '../sites.ts';
import { attribute, inLine, openPage, Page } from './page.ts';

const open = (name: keyof typeof versions) => openPage(archive, versionPath(name));
const keys = Object.keys(versions) as (keyof typeof versions)[];
const addressOf = (name: keyof typeof versions) => archive.url + versionPath(name);

/** The versions that a page names, by language. */
const alternatesOf = (page: Page) =>
  page
    .all('link[rel=alternate][hreflang]')
    .map((link) => [attribute(link, 'hrefLang'), attribute(link, 'href')] as const);

it.each(keys)('speaks the language of a story on its page, %s', (name) => {
  const page = open(name);
  const root = page.one('html');
  expect(attribute(root, 'lang')).toBe(versions[name]);
  expect(attribute(root, 'dir')).toBe(name === 'sent-ar' ? 'rtl' : '');
});

it('has every other page in the language of the publication', () => {
  for (const [path, html] of [...pagesOf(home), ...pagesOf(archive)]) {
    if (keys.some((name) => path.startsWith(versionPath(name)))) continue;
    const root = new Page(html).one('html');
    expect([attribute(root, 'lang'), attribute(root, 'dir')], path).toEqual(['en-US', '']);
  }
});

describe('the versions of a story', () => {
  it('name each other and themselves in their heads, on every page that names any', () => {
    const pages = new Map(
      pagesOf(archive).map(([path, html]) => [
        archive.url + path.replace(/index\.html$/, ''),
        new Page(html),
      ]),
    );
    const naming = [...pages].filter(([, page]) => alternatesOf(page).length > 0);
    expect(naming.map(([address]) => address)).toEqual(keys.map(addressOf).toSorted());
    for (const [address, page] of naming) {
      const alternates = alternatesOf(page);
      expect(new Map(alternates).get(attribute(page.one('html'), 'lang'))).toBe(address);
      expect(new Map(alternates).get('x-default')).toBe(addressOf('sent-en'));
      for (const [, there] of alternates)
        expect(alternatesOf(pages.get(there)!), `${address} and ${there}`).toEqual(alternates);
    }
  });

  it('are offered to readers, each by its own name', () => {
    const links = open('sent-en')
      .all('.versions a')
      .map((link) => ['lang', 'hrefLang', 'dir', 'href'].map((name) => attribute(link, name)));
    expect(links).toEqual([
      ['ar', 'ar', 'rtl', '/news/2026/11/05/sent-ar/'],
      ['sq', 'sq', 'ltr', '/news/2026/11/05/sent-sq/'],
      ['sr', 'sr', 'ltr', '/news/2026/11/05/sent-sr/'],
    ]);
    expect(open('sent-en').text('.versions')).toBe('In other languages: العربية Shqip Српски');
    expect(open('sent-ar').text('.versions')).toBe('بلغات أخرى: English Shqip Српски');
  });

  it('are named to networks and to search engines', () => {
    const locales = open('sent-sq')
      .all('meta[property^="og:locale"]')
      .map((meta) => attribute(meta, 'content'));
    expect(locales).toEqual(['sq_AL', 'en_US', 'ar_EG', 'sr_RS']);
    const month = filesOf(archive).get('sitemaps/2026-11.xml')!.toString();
    expect(month.match(/<xhtml:link /g)).toHaveLength(keys.length * (keys.length + 1));
  });
});

/** Every English word or sentence of the interface that is longer than a few letters. */
const english = Object.values(en(numbersFor('en'))).flatMap((group) =>
  Object.values(group).flatMap((words) => {
    const said: unknown =
      typeof words === 'function' ? (words as (...parts: unknown[]) => unknown)('', '') : words;
    const text = [said].flat().filter((piece) => typeof piece === 'string');
    return text.map((piece) => piece.trim()).filter((piece) => /^\p{L}{3,}/u.test(piece));
  }),
);

it('says nothing in English on the Arabic page but names that have no other', () => {
  expect(english.length).toBeGreaterThan(50);
  const page = open('sent-ar');
  const inEnglish = page
    .all('[lang]:not(html)')
    .map((element) => [attribute(element, 'lang'), inLine(toString(element))] as const);
  expect(inEnglish.filter(([lang]) => lang === 'en-US').map(([, text]) => text)).toEqual(
    expect.arrayContaining(['Science & Technology', 'Kuwait', 'About ANH']),
  );
  // What is in another language is marked as such, and looked at above.
  const own = inEnglish.reduce(
    (text, [, other]) => text.replace(other, ''),
    ` ${inLine(toString(page.one('body')))} `,
  );
  expect(english.filter((words) => new RegExp(`\\b${words}\\b`).test(own))).toEqual([]);
  const brands = /ANH|Mastodon|Bluesky|WhatsApp/g;
  expect(own.replaceAll(brands, '').match(/\p{Script=Latin}+/gu)).toBeNull();
  const attributes = page.all('[aria-label]').map((element) => attribute(element, 'ariaLabel'));
  expect(attributes).toHaveLength(3);
  expect(attributes.join()).not.toMatch(/\p{Script=Latin}/u);
});

it('calls sections, topics and authors what they are called in the language', () => {
  const page = open('sent-ar');
  const shown = ['.kicker', '.topics a', '.byline [rel=author]'].map((part) => page.text(part));
  for (const [at, all] of [names.military, names.kosovo, names.author].entries())
    expect(all).toContain(`ar: ${shown[at]}`);
  const kuwait = page.all('.topics a')[1]!;
  expect(['lang', 'dir'].map((name) => attribute(kuwait, name))).toEqual(['en-US', 'ltr']);
});

it('marks stories of another language in every list', () => {
  for (const path of ['tags/kuwait/', '2026/11/', 'corrections/']) {
    const teasers = openPage(archive, path)
      .all('.teaser')
      .filter((teaser) => toString(teaser).includes('كوسوفو ترسل'));
    expect(teasers.length, path).toBeGreaterThan(0);
    for (const teaser of teasers)
      expect([attribute(teaser, 'lang'), attribute(teaser, 'dir')], path).toEqual(['ar', 'rtl']);
  }
  const marked = openPage(archive, 'tags/kuwait/').all('.teaser[lang]');
  expect(marked.map((teaser) => attribute(teaser, 'lang')).toSorted()).toEqual(['ar', 'sq', 'sr']);
});

it('declares the Arabic face on the site that needs it, and on no other', () => {
  for (const [path, html] of pagesOf(home)) expect(html, path).not.toContain('Markazi');
  expect(filesOf(archive).get('index.html')!.toString()).toContain('Markazi');
});
