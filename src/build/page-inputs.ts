import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { feedFormats } from '../edition/addresses.ts';
import type { Edition, Listing, Story } from '../edition/model.ts';
import { listPagesOf, listsOf } from '../edition/listing.ts';
import { newestOf } from '../edition/newest.ts';
import { sitemapsOf } from '../outputs/sitemap.ts';

/** The inputs of a page or a file of the site. */
export interface PageInputs {
  /** Its files relative to the front page; a story’s page includes its Markdown version. */
  files: string[];
  /** A digest of everything that it shows: files with the same key have the same bytes. */
  key: string;
  /** The stories that it shows. */
  stories: Story[];
}

/**
 * The inputs of the pages and files of which a site has many, by path, `/news/2021/03/09/a-story/` or
 * `/news/feed.xml`. All other files are rendered in every build.
 *
 * A story’s page depends on the whole value of the story and of its context, and on what may be shown of
 * the stories and lists in it. So the keys automatically include any field that is added to `Story`,
 * `StoryContext` or `Listing`. A key includes more than the page shows: too much renders a page once too
 * often, too little would keep an outdated page.
 * @param code a digest of the code that renders pages
 * @param digestOf the digest of a file next to a story’s text
 */
export function pageInputs(
  edition: Edition,
  code: string,
  digestOf: (file: string) => string,
): Map<string, PageInputs> {
  const { addresses, stories, gone, contextOf } = edition;
  const below = (path: string) => path.slice(addresses.home.length);
  const site = digest([code, siteOf(edition)]);
  const heads = new Map(listsOf(edition).map((list) => [list, digest(headOf(list))]));
  const headsOf = (story: Story) =>
    Object.values(edition.filed(story))
      .flat()
      .map((list) => heads.get(list));
  /** What lists and other stories may show of each story. */
  const teasers = new Map(
    stories.map((story) => {
      const { text: _, ...told } = story;
      return [story.id, digest([told, headsOf(story)])];
    }),
  );
  /** Replaces ids, which stay the same when the story changes. */
  const named = (_: string, value: unknown) => teasers.get(value as string) ?? value;
  const pages = new Map(
    stories.map((story) => {
      const around = JSON.stringify(contextOf(story), named);
      // The page does not show the path of the text.
      const { file: _, ...text } = story.text;
      const files = filesOf(story).map(digestOf);
      return [story.id, digest([site, teasers.get(story.id), text, files, around])];
    }),
  );
  const teasersOf = (all: Story[]) => all.map(({ id }) => teasers.get(id));
  const pagesOf = (all: Story[]) => all.map(({ id }) => pages.get(id));

  const shown = new Map<string, PageInputs>();
  const page = (address: string, key: string, stories: Story[], also: string[] = []) => {
    const files = ['index.html', ...also].map((name) => below(address) + name);
    shown.set(address, { files, key, stories });
  };
  const file = (path: string, key: string, stories: Story[]) =>
    shown.set(path, { files: [below(path)], key, stories });
  for (const story of stories) page(story.address, pages.get(story.id)!, [story], ['index.md']);
  for (const one of gone) page(one.address, digest([site, one]), []);
  for (const { listing, page: part, address, before, after } of listPagesOf(edition)) {
    const beside = [part.number, before, after];
    const parts = listing.kind === 'series' && part.items.map((story) => contextOf(story).part);
    const key = digest([site, headOf(listing), beside, teasersOf(part.items), parts]);
    page(address, key, part.items);
  }
  for (const list of [undefined, ...listsOf(edition)]) {
    const newest = newestOf(edition, list);
    const key = digest([site, list && headOf(list), pagesOf(newest)]);
    for (const format of feedFormats)
      file(addresses.feed(list?.address ?? addresses.home, format), key, newest);
  }
  for (const { name, entries } of sitemapsOf(edition)) {
    const listed = entries.flatMap(({ story }) => story ?? []);
    const others = entries.map(({ address, modified }) => [address, modified?.iso]);
    file(addresses.path(`sitemaps/${name}.xml`), digest([site, others, pagesOf(listed)]), listed);
  }
  return shown;
}

const digest = (value: unknown) =>
  createHash('sha1').update(JSON.stringify(value)).digest('base64url');

/** What every page shows of the site: masthead, colophon and the metadata in its head. */
const siteOf = ({ publication, languages, sections, pages, series, years }: Edition) => [
  publication,
  languages.map(({ tag }) => tag).sort(),
  sections.map(headOf),
  pages.map(({ address, frontmatter, language }) => [address, frontmatter, language]),
  series.length > 0,
  years.map(({ address }) => address),
];

/** A list without its stories; each of its pages depends on its own stories. */
const headOf = ({ stories: _, ...head }: Listing) => head;

const filesOf = ({ text: { file, pictures, recordings } }: Story) =>
  [...pictures, ...recordings].map(({ path }) => join(dirname(file), path));
