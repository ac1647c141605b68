import { describe, expect, it } from 'vitest';
import type { Block, TextBlock } from '../../src/desk/blocks.ts';
import { setBody } from '../../src/desk/body.ts';
import { textNodes } from '../../src/outputs/blocks/text.ts';
import { toHtml } from '../../src/outputs/prose.ts';

type Dateline = NonNullable<Parameters<typeof setBody>[1]>;
const dateline: Dateline = { text: 'PRISTINA, Kosovo', place: { line: 9, column: 11 } };

/** The blocks of a text that has no problems. */
function blocksOf(markdown: string, dateline?: Dateline): Block[] {
  const { body, problems } = setBody(markdown, dateline);
  expect(problems).toEqual([]);
  return body.blocks;
}

/** The blocks in short: figures by their file, all else as HTML. */
const inShort = (blocks: Block[]) =>
  blocks.map((block) =>
    block.type === 'figure'
      ? block.figure.image
      : toHtml(textNodes(block as TextBlock, 'en-US'), (href) => href),
  );
const quoted = (html: string, speaker: string) =>
  `<figure class="pull-quote"><blockquote>${html}</blockquote><figcaption>${speaker}</figcaption></figure>`;

const picture =
  '![Soldiers stand in rows](ceremony.png "The force in Pristina. (Visar Kryeziu/AP)")';
const quote = ':::pull-quote{speaker="Vjosa Osmani, acting president"}\nWe export them.\n:::';

describe('the blocks', () => {
  it('keep the order of the text', () => {
    const blocks = blocksOf(`One.\n\n${picture}\n\nTwo.\n\nThree.\n\n${quote}\n\n## Four`);
    expect(inShort(blocks)).toEqual([
      '<p>One.</p>',
      './ceremony.png',
      '<p>Two.</p><p>Three.</p>',
      quoted('<p>We export them.</p>', 'Vjosa Osmani, acting president'),
      '<h2>Four</h2>',
    ]);
  });

  it('need no text between them', () => {
    expect(inShort(blocksOf(`${picture}\n\n${quote}`))).toEqual([
      './ceremony.png',
      quoted('<p>We export them.</p>', 'Vjosa Osmani, acting president'),
    ]);
  });

  it.each(['', '\n\n', '\n \n'])('are refused when there are none: %j', (text) => {
    const none = { summary: 'There is no text.', fix: 'Write the text below the fields.' };
    expect(setBody(text).problems).toEqual([{ line: 1, column: 1, ...none }]);
    expect(setBody(text, dateline).problems).toEqual([{ line: 1, column: 1, ...none }]);
  });

  it('hold paragraphs, subheadings, lists, quotations, emphasis and breaks', () => {
    const text = '## A\n\n### B\n\n- *c*\n- **d**\n\n> e\\\n> f';
    expect(inShort(blocksOf(text))).toEqual([
      '<h2>A</h2><h3>B</h3><ul>\n<li><em>c</em></li>\n<li><strong>d</strong></li>\n</ul>' +
        '<blockquote>\n<p>e<br>\nf</p>\n</blockquote>',
    ]);
  });

  it('are plain data that survives being kept', () => {
    const { body } = setBody(`One.\n\n${picture}\n\n${quote}`, dateline);
    expect(JSON.parse(JSON.stringify(body))).toEqual(body);
  });
});

describe('a picture alone in its paragraph', () => {
  it.each([
    ['The force. (Visar Kryeziu/AP)', 'The force.', 'Visar Kryeziu/AP'],
    ['The force (KSF) in Pristina. (AP)', 'The force (KSF) in Pristina.', 'AP'],
    ['The force. (Visar Kryeziu (AP))', 'The force.', 'Visar Kryeziu (AP)'],
    ['The force.(AP) ', 'The force.', 'AP'],
  ])('is a figure with caption and credit of its title: %s', (title, caption, credit) => {
    expect(blocksOf(`One.\n\n![Soldiers stand](ceremony.png "${title}")`)[1]).toEqual({
      type: 'figure',
      figure: { image: './ceremony.png', alt: 'Soldiers stand', caption, credit },
      place: { line: 3, column: 1 },
    });
  });
});

describe('a colon', () => {
  it.each(['It began at 9:30.', 'Note:this stays.', 'A ratio of 3:1 :note[x]{a=b} and ::x'])(
    'is a colon within a sentence: %s',
    (sentence) => {
      expect(inShort(blocksOf(sentence))).toEqual([`<p>${sentence}</p>`]);
    },
  );
});

describe('a link', () => {
  it('within the site is reported with its place, others are not', () => {
    const text = 'See [a](/about/),\n[b](https://apnews.com/) or [c](#d).\n\n> [e]: /tags/\n\n[e]';
    expect(setBody(text).body.links).toEqual([
      { href: '/about/', place: { line: 1, column: 5 } },
      { href: '#d', place: { line: 2, column: 29 } },
      { href: '/tags/', place: { line: 4, column: 3 } },
    ]);
  });

  it.each(['https://apnews.com/a', 'http://apnews.com', 'mailto:a@anh.example', 'tel:+355123'])(
    'may lead to %s',
    (href) => {
      expect(inShort(blocksOf(`[a](${href})`))).toEqual([`<p><a href="${href}">a</a></p>`]);
    },
  );

  it('may have its address elsewhere in the text', () => {
    expect(inShort(blocksOf(`[a][b]\n\n${picture}\n\n[b]\n\n[b]: /about/`))).toEqual([
      '<p><a href="/about/">a</a></p>',
      './ceremony.png',
      '<p><a href="/about/">b</a></p>',
    ]);
  });

  it('may have its address elsewhere when it is in a pull quote', () => {
    const text = ':::pull-quote{speaker="X"}\n[a][b]\n:::\n\n[b]: /about/';
    expect(inShort(blocksOf(text))).toEqual([quoted('<p><a href="/about/">a</a></p>', 'X')]);
  });
});

describe('the dateline', () => {
  const opening = '<span class="dateline">PRISTINA, Kosovo</span> — ';

  it('opens the first paragraph', () => {
    expect(inShort(blocksOf('One.\n\nTwo.', dateline))).toEqual([
      `<p>${opening}One.</p><p>Two.</p>`,
    ]);
  });

  it('opens the first paragraph after a picture or a subheading', () => {
    expect(inShort(blocksOf(`${picture}\n\n## A\n\nOne.`, dateline))).toEqual([
      './ceremony.png',
      `<h2>A</h2><p>${opening}One.</p>`,
    ]);
  });

  it('is refused when there is no paragraph to open', () => {
    expect(setBody('## A', dateline).problems).toEqual([
      {
        ...dateline.place,
        summary: 'There is no paragraph for the dateline to open.',
        fix: 'Begin the text with a paragraph, or remove `dateline`.',
      },
    ]);
  });

  it('opens a paragraph that comes after a subheading and a picture', () => {
    const { body, problems } = setBody(`## A\n\n${picture}\n\nOne.`, dateline);
    expect(problems).toEqual([]);
    expect(inShort(body.blocks)[2]).toBe(`<p>${opening}One.</p>`);
  });
});

describe('the count of words', () => {
  it.each([
    ['One two\nthree.', 3],
    ['**One** *two* [three](/a/) `four`', 4],
    ['', 0],
    [picture, 0],
    [quote, 3],
  ])('of %j is %i', (text, words) => {
    expect(setBody(text).body.words).toBe(words);
  });

  it.each([
    ['One two.\n\nThree four.', 4],
    ['- One\n- Two', 2],
    ['One.\\\nTwo.', 2],
    [`One.\n\n${picture}\n\nTwo.`, 2],
    [`One.\n\n${quote}\n\n## Two`, 5],
    ['*One*two\n\n> Three', 2],
  ])('of several blocks is the sum: %j', (text, words) => {
    expect(setBody(text).body.words).toBe(words);
  });
});
