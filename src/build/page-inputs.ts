import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { feedFormats } from '../edition/addresses.ts';
import type { Article, Edition, Listing } from '../edition/model.ts';
import { listPagesOf } from '../edition/listing.ts';
import { newestOf } from '../edition/newest.ts';
import { sitemapsOf } from '../outputs/sitemap.ts';

/** What a page or a file of the site depends on. */
export interface PageInputs {
  /** Its files below the front page; a story’s page has the text beside it. */
  files: string[];
  /** A digest of all that it shows: a file with the same key has the same bytes. */
  key: string;
  /** The stories that it shows. */
  articles: Article[];
}

/**
 * What each page and file shows that there are many of, by its path, `/news/2021/03/09/a-story/` or
 * `/news/feed.xml`; all others are made at every build.
 *
 * A story’s page shows all of the story, and of the stories that it names what a teaser may say. Rather
 * more goes into a key than is shown: too much renders a page once too often, too little would keep an
 * outdated one. A field that is added to `Article` is in the keys by itself.
 * @param code a digest of what makes pages
 * @param digestOf the digest of a file beside a story’s text
 */
export function pageInputs(
  edition: Edition,
  code: string,
  digestOf: (file: string) => string,
): Map<string, PageInputs> {
  const { addresses, articles, gone } = edition;
  const below = (path: string) => path.slice(addresses.home.length);
  const site = digest([code, siteOf(edition)]);
  const teasers = new Map(articles.map((article) => [article, digest(teaserOf(article))]));
  const teaserKeys = (all: Article[]) => all.map((article) => teasers.get(article));
  const stories = new Map(
    articles.map((article) => {
      const own = [teasers.get(article), restOf(article), filesOf(article).map(digestOf)];
      return [article, digest([site, own, teaserKeys(namedBy(article))])];
    }),
  );
  const storyKeys = (all: Article[]) => all.map((article) => stories.get(article));

  const shown = new Map<string, PageInputs>();
  const page = (address: string, key: string, articles: Article[], also: string[] = []) => {
    const files = ['index.html', ...also].map((name) => below(address) + name);
    shown.set(address, { files, key, articles });
  };
  const file = (path: string, key: string, articles: Article[]) =>
    shown.set(path, { files: [below(path)], key, articles });
  for (const article of articles)
    page(article.address, stories.get(article)!, [article], ['index.md']);
  for (const one of gone) page(one.address, digest([site, one]), []);
  for (const { listing, page: part, address, before, after } of listPagesOf(edition)) {
    const beside = [part.number, before, after];
    page(address, digest([site, headOf(listing), beside, teaserKeys(part.items)]), part.items);
  }
  const { sections, tags, authors, series } = edition;
  for (const list of [undefined, ...sections, ...tags, ...authors, ...series]) {
    const newest = newestOf(list ?? edition, edition);
    const key = digest([site, list && headOf(list), storyKeys(newest)]);
    for (const format of feedFormats)
      file(addresses.feed(list?.address ?? addresses.home, format), key, newest);
  }
  for (const { name, entries } of sitemapsOf(edition)) {
    const listed = entries.flatMap(({ article }) => article ?? []);
    const others = entries.map(({ address, modified }) => [address, modified?.iso]);
    const key = digest([site, others, storyKeys(listed)]);
    file(addresses.path(`sitemaps/${name}.xml`), key, listed);
  }
  return shown;
}

const digest = (value: unknown) =>
  createHash('sha1').update(JSON.stringify(value)).digest('base64url');

/** What every page shows of the site: its masthead, its colophon, what its head says. */
const siteOf = ({ publication, languages, sections, pages, series, years }: Edition) => [
  publication,
  languages.map(({ tag }) => tag).sort(),
  sections.map(headOf),
  pages.map(({ address, frontmatter, language }) => [address, frontmatter, language.tag]),
  series.length > 0,
  years.map(({ address }) => address),
];

const headOf = ({ articles: _, language, ...head }: Listing) => ({ ...head, in: language.tag });

/** What lists and other stories may say of a story: all but what is in `restOf` and `namedBy`. */
function teaserOf({
  file: _,
  textKey: __,
  words: ___,
  links: ____,
  pictures: _____,
  recordings: ______,
  versions: _______,
  related: ________,
  older: _________,
  newer: __________,
  ...own
}: Article) {
  const { language, section, tags, authors, part } = own;
  return {
    ...own,
    language: language.tag,
    section: headOf(section),
    tags: tags.map(headOf),
    authors: authors.map(headOf),
    part: part && { number: part.number, last: part.last, series: headOf(part.series) },
  };
}

/** What else its own page shows of it; the key of the parsed text stands for it. */
const restOf = ({ textKey, words, links, pictures, recordings }: Article) => [
  textKey,
  words,
  links,
  pictures,
  recordings,
];

/** The stories that a story’s page leads to. */
function namedBy({ older, newer, related, versions, part }: Article): Article[] {
  const beside = [older, newer, part?.previous, part?.next].filter((one) => one !== undefined);
  return [...beside, ...related, ...versions];
}

const filesOf = ({ file, pictures, recordings }: Article) =>
  [...pictures, ...recordings].map(({ path }) => join(dirname(file), path));
