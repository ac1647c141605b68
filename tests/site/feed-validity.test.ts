import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { hostileHeadline } from '../fixture.ts';
import { archive, home } from '../sites.ts';
import { findingsIn } from '../standards/feed-rules.ts';
import { feedsOf, type ReadFeed } from './feeds.ts';

// The W3C Feed Validation Service cannot run here; tests/standards/feed-rules.ts has its rules.

const now = Date.parse('2026-11-23T12:00:00Z');

/** What the feeds tell as plain text. */
function plainTextsOf({ format, text, title, description, items }: ReadFeed) {
  const inItems = items.flatMap((item) => [
    item.title,
    ...item.categories,
    ...item.pictures.map(({ caption }) => caption),
    // In RSS it is HTML.
    ...(format === 'atom' ? [item.summary] : []),
  ]);
  const entries = format === 'atom' ? parseAtomFeed(text).entries! : [];
  const authors = entries.flatMap((entry) => entry.authors!.map(({ name }) => name));
  return [title, description, ...inItems, ...authors].map((words) => words!);
}

describe.each([home, archive])('$folder', (site) => {
  const feeds = feedsOf(site).filter(({ format }) => format !== 'json');

  // The validator guesses: words that hold an end tag are HTML to it, however they are escaped. Those
  // that an editor wrote so are all that it may find: in the fixture there are some.
  it('has feeds without an error or a warning, but for words that look like HTML', () => {
    expect(feeds.length).toBeGreaterThan(16);
    const all: string[] = [];
    for (const feed of feeds) {
      const found = findingsIn(feed.text, site.url + feed.path, now);
      const others = found.filter(({ name }) => !/^Contains(?:Undeclared)?HTML$/.test(name));
      expect(others, feed.path).toEqual([]);
      const told = found.map(({ value }) => value);
      const looks = plainTextsOf(feed).filter((words) => /<\/\w+>/.test(words));
      expect(told.sort(), feed.path).toEqual(looks.sort());
      all.push(...told);
    }
    if (site === home) expect(all).toEqual([]);
    else expect(all).toContain(hostileHeadline);
  });
});
