import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { ContentError } from '../../src/desk/problem.ts';
import type { Edition } from '../../src/edition/model.ts';
import { storyJsonLd } from '../../src/outputs/json-ld/story.ts';
import { text } from '../anything.ts';
import { editionOf, feedsOf, idOf, page, story, storyFile } from './content.ts';
import { seedOr } from './seed.ts';

const value = fc.oneof(
  text,
  text.map((written) => JSON.stringify(written)),
  fc.constantFrom('military', '[kosovo]', '2021-03-09', '2099-01-01', 'true', '{}', '[]', '&a *a'),
);
const field = fc.constantFrom(
  ...['headline', 'standfirst', 'section', 'tags', 'authors', 'dateline', 'published', 'updated'],
  ...['updateNote', 'corrections', 'expires', 'formerly', 'lead', 'source', 'draft', 'other'],
);
const fields = fc.dictionary(field, value, { maxKeys: 4 });

/** What a newsroom's content comes to: its edition, or the refusal. */
async function made(files: Record<string, string>): Promise<Edition | ContentError> {
  return editionOf(files, '2026-11-23T12:00:00Z').catch((error: unknown) => {
    if (error instanceof ContentError) return error;
    throw error;
  });
}

it('refuses with a place, or makes a well-formed edition without a script', async () => {
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(text, fields, text, async (headline, written, body) => {
      const all = { headline: JSON.stringify(headline), ...written };
      const news = await made({ [storyFile]: story(all, body), 'pages/about.md': page() });
      if (news instanceof ContentError) {
        for (const { line, column, summary, fix } of news.problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(summary).toMatch(/\.$/);
          expect(fix.length).toBeGreaterThan(8);
        }
        return;
      }
      passed += 1;
      const feeds = await feedsOf(news);
      const item = parseRssFeed(feeds.rss).items?.[0];
      const entry = parseAtomFeed(feeds.atom).entries?.[0];
      const [told] = parseJsonFeed(feeds.json).items ?? [];
      const [first] = news.stories;
      expect([item, entry, told].map(Boolean)).toEqual(Array(3).fill(Boolean(first)));
      if (!first) return;
      const texts = [item?.content?.encoded, entry?.content?.value, told?.content_html];
      expect(new Set(texts).size).toBe(1);
      expect(
        select('script, iframe, style, [onclick], [href^="javascript:"]', fromHtml(texts[0]!)),
      ).toBeUndefined();
      const { headline: title } = first.frontmatter;
      expect([item?.title, entry?.title?.value, told?.title]).toEqual([title, title, title]);
      const jsonLd = storyJsonLd(first, news, [], []);
      expect(JSON.parse(jsonLd)).toMatchObject({
        '@graph': [{ headline: first.frontmatter.headline }, {}],
      });
      expect(jsonLd).not.toContain('<');
    }),
    { numRuns: 1500, seed: seedOr(20211) },
  );
  // The property would hold of a desk that refuses everything, too.
  expect(passed).toBeGreaterThan(50);
});

it('tells nothing of what is not due, whatever else is published', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 8 }),
      async (days) => {
        const now = Date.parse('2026-11-23T12:00:00Z');
        const files = Object.fromEntries(
          days.map((day, index) => {
            const published = new Date(now + day * 86_400_000).toISOString().slice(0, 10);
            const word = published > '2026-11-23' ? 'Zyx' : 'Due';
            return [
              `articles/s${index}.md`,
              story({ id: idOf(index + 1), headline: `${word} ${index}`, published }, `${word}.`),
            ];
          }),
        );
        const news = await made({ ...files, [storyFile]: story() });
        expect(news).not.toBeInstanceOf(ContentError);
        const edition = news as Edition;
        const { stories, sections, tags, authors, years, contextOf } = edition;
        const lists = [...sections, ...tags, ...authors, ...years.flatMap(({ months }) => months)];
        const shown = [
          ...stories.map(({ id }) => id),
          ...lists.flatMap((list) => list.stories),
          ...stories
            .map(contextOf)
            .flatMap(({ older, newer, related }) => [
              ...[older ?? [], newer ?? []].flat(),
              ...related,
            ]),
          ...edition.corrected.map(({ id }) => id),
        ].map(edition.story);
        expect(shown.filter(({ frontmatter }) => frontmatter.headline.startsWith('Zyx'))).toEqual(
          [],
        );
        const due = days.filter((day) => day <= 0).length;
        expect(stories).toHaveLength(due + 1);
      },
    ),
    { numRuns: 60, seed: seedOr(20212) },
  );
});
