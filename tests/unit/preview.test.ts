import { expect, it } from 'vitest';
import sharp from 'sharp';
import { cardPreview, cardsOf, fitFigure } from '../../src/outputs/preview.ts';
import { editionOf, publication, story, storyFile } from './content.ts';

const lead = '\n  image: a.png\n  alt: A field\n  caption: Where it was.\n  credit: Somebody/ANH';
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#246' } })
    .png()
    .toBuffer();

const withPicture = async (width: number, height: number, text?: string, said?: string) =>
  editionOf({
    [storyFile]: story(
      {
        ...(text === undefined && { lead }),
        ...(said !== undefined && { pictures: `{ a.png: { ${said} } }` }),
      },
      text,
    ),
    [storyFile.replace('index.md', 'a.png')]: await picture(width, height),
  });

it.each([
  [1200, 630, true],
  [1600, 1000, true],
  [1200, 2400, true],
  [1200, 600, true],
  [1199, 800, false],
  [800, 600, false],
  [1300, 600, false],
  [4000, 700, false],
])('a picture of %i × %i px does as a preview: %s', async (width, height, fit) => {
  const edition = await withPicture(width, height);
  expect(fitFigure(edition.stories[0]!)?.image.endsWith('a.png') ?? false).toBe(fit);
  // The publication’s card, and the story’s where its picture does not do.
  expect(cardsOf(edition).size).toBe(fit ? 1 : 2);
});

it.each([
  [1300, 600, 'focus: 40% 30%', false],
  [1300, 630, 'focus: 40% 30%', true],
  [4000, 700, 'focus: 40% 30%', true],
  [1199, 800, 'focus: 40% 30%', false],
  [1600, 1000, 'warning: Shows a body', false],
])('a picture of %i × %i px of which is said %j does: %s', async (width, height, said, fit) => {
  const edition = await withPicture(width, height, undefined, said);
  expect(fitFigure(edition.stories[0]!) !== undefined).toBe(fit);
  expect(cardsOf(edition).size).toBe(fit ? 1 : 2);
});

it('takes the first figure where there is no lead', async () => {
  const edition = await withPicture(
    1600,
    900,
    'One.\n\n![A field](a.png "Where it was. (Somebody/ANH)")',
  );
  expect(fitFigure(edition.stories[0]!)?.alt).toBe('A field');
});

it('gives a story without a picture a card below the front page', async () => {
  const edition = await editionOf({
    'publication.yaml': publication({ url: 'https://anh.example/news/' }),
  });
  const [[name, card], ...more] = [...cardsOf(edition)].toReversed() as [[string, never]];
  expect(more).toHaveLength(1);
  expect(cardPreview(card, edition)).toEqual({
    url: `https://anh.example/news/cards/${name}.png`,
    width: 1200,
    height: 630,
    alt: 'Kosovo sends troops to Kuwait · Military · ANH',
  });
});

it('makes none of a story that is not published', async () => {
  const draft = await editionOf({ [storyFile]: story({ draft: 'true' }) });
  expect([...cardsOf(draft).values()]).toEqual([{ name: 'ANH', description: 'News from ANH' }]);
});
