import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { hostileHeadline } from '../fixture.ts';
import { readMarkdown, wordsOf } from '../standards/markdown.ts';
import { archive, filesOf, home, pagesOf, type Site } from '../sites.ts';
import { attribute, inLine, kuwait, openPage, Page } from './page.ts';

const read = (site: Site, path: string) => {
  const bytes = filesOf(site).get(`${path}index.md`);
  if (!bytes) throw new Error(`${site.folder} has no ${path}index.md`);
  return readMarkdown(bytes.toString());
};

const storiesOf = (site: Site) =>
  pagesOf(site)
    .filter(([, html]) => new Page(html).meta('og:type') === 'article')
    .map(([path]) => path.replace(/index\.html$/, ''));

it.each([home, archive])('stands beside each story of $folder, and beside nothing else', (site) => {
  const texts = [...filesOf(site).keys()].filter((path) => path.endsWith('.md'));
  const stories = storiesOf(site);
  expect(texts).toEqual(stories.map((path) => `${path}index.md`));
  for (const path of stories) {
    const link = openPage(site, path).one('link[type="text/markdown"]');
    expect(attribute(link, 'href')).toBe(`${site.base}${path}index.md`);
    expect(attribute(link, 'rel')).toBe('alternate');
  }
});

it.each([home, archive])('has the words of each story of $folder, no more and no less', (site) => {
  // The page marks with its design what text marks with a dash.
  const dense = (text: string) => text.replaceAll(/[\s—]/g, '');
  for (const path of storiesOf(site)) {
    const page = openPage(site, path);
    // The control that shows a picture; the text has a way to the page in its place.
    for (const control of page.all('summary span')) control.children = [];
    // Footnotes have neither heading nor ways back there, and their calls have names of their own.
    for (const part of page.all('.notes h2, .notes [role="doc-backlink"], sup')) part.children = [];
    const onPage = page.all('h1, .standfirst, .body').map((part) => toString(part));
    const { children } = read(site, path);
    const byline = children.findIndex(({ type }) => type === 'list');
    const inText = children
      .filter((_, at) => at !== byline && at < children.length - 2)
      .map(wordsOf)
      .filter((text) => !/^(?:This image may not be republished|See the image in)/.test(text));
    expect(dense(inText.join('')), path).toBe(dense(onPage.join('')));
    expect(dense(inText.join('')).length).toBeGreaterThan(20);
  }
});

it.each([home, archive])('says who wrote each story of $folder, when, and where it is', (site) => {
  for (const path of storiesOf(site)) {
    const page = openPage(site, path);
    const lists = read(site, path).children.filter(({ type }) => type === 'list');
    const [byline, imprint] = [lists[0]!, lists.at(-1)!].map(wordsOf);
    for (const part of page.all('.byline > div')) {
      const said = inLine(toString(part)).replace(/^(?=[A-Z][a-z]+ \d)/, 'Published ');
      expect(byline, path).toContain(said);
    }
    for (const topic of page.all('.topics a')) expect(imprint).toContain(toString(topic));
    expect(imprint).toContain(page.meta('og:url'));
  }
});

it.each([home, archive])('has whole addresses only, of what $folder has', (site) => {
  const files = filesOf(site);
  let pictures = 0;
  for (const path of storiesOf(site))
    visit(read(site, path), (node) => {
      if (node.type !== 'link' && node.type !== 'image') return;
      expect(node.url).toMatch(/^https:\/\//);
      if (node.type === 'image') pictures += 1;
      if (!node.url.startsWith('https://anh.example/')) return;
      const below = decodeURI(node.url.slice(site.url.length));
      expect(files.has(below.endsWith('/') ? `${below}index.html` : below), node.url).toBe(true);
    });
  expect(pictures).toBeGreaterThan(site === home ? 1 : 4);
});

it('keeps a hostile headline data', () => {
  const [headline] = read(archive, '2026/11/20/hostile/').children;
  expect(headline).toMatchObject({ type: 'heading', depth: 1, children: [{ type: 'text' }] });
  expect(wordsOf(headline)).toBe(hostileHeadline);
});

it('hands on no picture that may not be, and gives its words', () => {
  const text = filesOf(archive).get('2026/11/18/rights/index.md')!.toString();
  expect(text).not.toMatch(/kept[^ ]*\.(?:jpg|webp)/);
  expect(text).toContain('_The colour of kept, seen from close by._ Photograph: Somebody/KEPT');
  expect(text).toMatch(/!\[A noted field\]\(https:[^)]*noted[^)]*\.webp\)/);
});

it('is small enough for the worst line', () => {
  expect(filesOf(home).get(`${kuwait}index.md`)!.length).toBeLessThan(6_000);
});
