/** The file of a feed in each of its formats. */
const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

export type FeedFormat = keyof typeof feedFiles;

/** In the order in which they are offered. */
export const feedFormats = Object.keys(feedFiles) as FeedFormat[];

/** Makes every address of the site; nothing else puts one together. */
export interface Addresses {
  /** The path of the front page, `/` or `/news/`. */
  home: string;
  /** The path of something below the front page: `about/` gives `/news/about/`. */
  path(below: string): string;
  /** The path of a list’s page; the newest has no number. */
  listPage(list: string, number: number | undefined): string;
  /** The path of the feed of a list, or of the front page, by its address. */
  feed(list: string, format: FeedFormat): string;
  /** The path for a link as an editor wrote it: `/about/` gives `/news/about/`, others stay. */
  fromText(href: string): string;
  /** The whole address of a path, `https://anh.example/news/about/`. */
  absolute(path: string): string;
}

/** @param url the front page’s address, ending in a slash */
export function addressesFor(url: string): Addresses {
  const { origin, pathname: home } = new URL(url);
  return {
    home,
    path: (below) => home + below,
    listPage: (list, number) => (number === undefined ? list : `${list}page/${number}/`),
    feed: (list, format) => list + feedFiles[format],
    fromText: (href) => (href.startsWith('/') ? home + href.slice(1) : href),
    absolute: (path) => new URL(path, origin).href,
  };
}
