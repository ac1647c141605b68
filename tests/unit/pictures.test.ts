import { describe, expect, it } from 'vitest';
import { maySyndicate, warningOf } from '../../src/edition/rights.ts';
import { leadingFigure } from '../../src/outputs/figure.ts';
import {
  editionOf,
  png,
  read,
  refusalsOf,
  story,
  storyFile,
  type Files,
  type Told,
} from './content.ts';

const lead = '\n  image: a.png\n  alt: Soldiers stand\n  caption: In Pristina.\n  credit: AP';
const text = 'One.\n\n![Two](b.png "Three. (AP)")';
const files: Files = {
  'articles/2021/03/troops/a.png': png,
  'articles/2021/03/troops/b.png': png,
};

/** A story with two pictures; its lead stands on the lines 9 to 13, what is said of them from line 14. */
const withPictures = (pictures: string, rights?: string): Files => ({
  ...files,
  [storyFile]: story({ lead, pictures, rights }, text),
});

describe('the desk', () => {
  it('knows focus and warning of a picture, for the lead and the text alike', async () => {
    const { stories } = await read(
      withPictures(
        '\n  a.png: { focus: 40% 30% }\n  b.png: { warning: Shows a body, focus: 100%  0% }',
        '\n  a.png: { syndicate: false }',
      ),
    );
    expect(stories[0]?.pictures).toMatchObject([
      { path: './b.png', warning: 'Shows a body', focus: { x: 1, y: 0 } },
      { path: './a.png', focus: { x: 0.4, y: 0.3 }, rights: { syndicate: false } },
    ]);
    expect(stories[0]?.pictures[1]).not.toHaveProperty('warning');
  });

  const point =
    'The point that stays visible when the picture is cropped: how far from its left edge, then how far from its top. Previews and search results get crops around it; phones get a square crop of a lead that is wider than 3:2. Without it, the picture is shown whole. For example: `focus: 40% 30%`';

  it.each(['40%', '40 30', '40%,30%', '101% 0%', '-1% 0%', 'left top', '4.5% 1%', '40% 30% 2%'])(
    'refuses the focus %j',
    async (focus) => {
      const pictures = `\n  a.png: { focus: "${focus}" }`;
      expect(await refusalsOf({ lead, pictures }, text, files)).toEqual([
        ['15:19', '`pictures.a.png.focus` is not a point in the picture.', point],
      ]);
    },
  );

  it.each<[string, string, Told[]]>([
    [
      'a number for a focus',
      '\n  a.png: { focus: 40 }',
      [['15:19', '`pictures.a.png.focus` is not text.', point]],
    ],
    [
      'an empty warning',
      '\n  a.png: { warning: "" }',
      [
        [
          '15:21',
          '`pictures.a.png.warning` is empty.',
          'What readers may not want to see. These words cover the picture until a reader asks for it. It is left out of the front page, feeds, previews, search results and the wire; its caption and credit stay. For example: `warning: Shows the body of a man`',
        ],
      ],
    ],
    [
      'a field that does not exist',
      '\n  a.png: { crop: 40% 30% }',
      [
        [
          '15:12',
          'There is no field `crop`.',
          'The nearest one is `focus`; the fields are focus, warning.',
        ],
      ],
    ],
    [
      'a picture that the story does not show',
      '\n  c.png: { focus: 40% 30% }',
      [['15:3', 'The story has no picture “c.png”.', 'The nearest one is `b.png`.']],
    ],
  ])('refuses %s', async (_, pictures, told) => {
    expect(await refusalsOf({ lead, pictures }, text, files)).toEqual(told);
  });

  it('refuses settings where there is no picture', async () => {
    expect(await refusalsOf({ pictures: '\n  a.png: { focus: 40% 30% }' })).toEqual([
      [
        '10:3',
        'The story has no picture “a.png”.',
        'Delete this entry; the story has no pictures.',
      ],
    ]);
  });
});

describe('the edition', () => {
  const of = async (pictures: string, rights?: string) => {
    const { stories } = await editionOf(withPictures(pictures, rights));
    return stories[0]!;
  };

  it('hands no picture on that has to be covered', async () => {
    const story = await of('\n  a.png: { warning: Shows a body }\n  b.png: { focus: 1% 1% }');
    const { lead } = story.frontmatter;
    expect([warningOf(story, lead!), maySyndicate(story, lead!)]).toEqual(['Shows a body', false]);
    const { firstFigure } = story.text;
    expect([warningOf(story, firstFigure!), maySyndicate(story, firstFigure!)]).toEqual([
      undefined,
      true,
    ]);
  });

  it('lets none stand for its story, nor another in its place', async () => {
    const covered = await of('\n  a.png: { warning: Shows a body }');
    expect(leadingFigure(covered)).toBeUndefined();
    const other = await of('\n  b.png: { warning: Shows a body }');
    expect(leadingFigure(other)?.image).toBe('./a.png');
  });
});
