import { describe, expect, it } from 'vitest';
import { setBody } from '../../src/desk/body.ts';
import { textNodes } from '../../src/outputs/blocks/text.ts';
import type { TextBlock } from '../../src/desk/blocks.ts';
import { plainText } from '../../src/outputs/plain-text.ts';
import { png, readStory, refusalsOf } from './content.ts';

/** What the desk tells of a text: `line:column summary`. */
const toldOf = (text: string, language = 'en') =>
  setBody(text, undefined, language).problems.map(
    ({ line, column, summary }) => `${line}:${column} ${summary}`,
  );

const picture = 'This looks like a picture, but would be printed as text.';
const link = 'This looks like a link, but would be printed as text.';
const bold = 'These asterisks would be printed: they do not make anything bold.';
const slant = 'These characters would be printed: they do not emphasize anything.';
const marks = 'These characters are read as Markdown formatting and would disappear.';
const single = 'This is read as a list with one entry.';
const entry = 'This is read as a list entry.';
const heading = (sign: string) => `${sign} turns the text above it into a subheading.`;
const counted = (number: number) =>
  `Readers would see ${number}. here: a list counts up from its first number.`;
const indented = 'Four spaces or a tab before a line turn it into a code block.';
const quotation = 'This > turns what follows into a quotation.';

describe('what readers would see otherwise than it was typed is refused', () => {
  it.each([
    ['![A hall](my hall.png "On Monday. (Ana Reis/ANH)")', `1:1 ${picture}`],
    ['![A banner](a.png "It reads "Enough" here. (Ana Reis/ANH)")', `1:1 ${picture}`],
    ["![A desk](a.png 'The president's desk. (Ana Reis/ANH)')", `1:1 ${picture}`],
    ['One.\n\n> Two ![A hall] (a.png "On Monday. (X)")', `3:7 ${picture}`],
    ['See [the report](https://x.example/my report.pdf).', `1:16 ${link}`],
    ['See [the report] (https://x.example/a.pdf).', `1:5 ${link}`],
    ['See the report](https://x.example/a.pdf).', `1:15 ${link}`],
    ['See [the report][1].', '1:5 This link has no address.'],
    ['See [[About us]].', '1:5 A link in double brackets would be printed as text.'],
    ['One ^[a note].', '1:5 A footnote within a line would be printed as text.'],
  ])('pictures and links: %s', (text, told) => {
    expect(toldOf(text)).toEqual([told]);
  });

  it.each([
    ['**"No",**she said.', `1:1 ${bold}`],
    ['He said **"No"**and left.', `1:9 ${bold}`],
    ['He said**"No"** and left.', `1:8 ${bold}`],
    ['## **unclosed', `1:4 ${bold}`],
    ['- a\n- **bold **text', `2:3 ${bold}`],
    ['** bold**', `1:1 ${bold}`],
    ['*"No",*she said.', `1:1 ${slant}`],
    ['_"No",_she said.', `1:1 ${slant}`],
    ['2*3*4 makes 24.', `1:2 ${marks}`],
    ['F**k this s**t.', `1:2 ${marks}`],
    ["`It's' and `no'.", `1:1 ${marks}`],
    ["``No'' she said.", '1:1 These backticks would be printed.'],
    ['One ~~two', '1:5 These characters would be printed: they do not strike anything out.'],
    [
      '~struck~ out',
      '1:1 These characters would be printed: a single ~ on each side does not strike anything out.',
    ],
    [
      'See https://x.example/_a_/b',
      '1:23 Underscores in this address are read as emphasis and would disappear.',
    ],
    ['One\\', '1:4 This backslash would be printed: there is no next line to break before.'],
  ])('emphasis: %s', (text, told) => {
    expect(toldOf(text)).toEqual([told]);
  });

  it.each([
    ['en', 'One.\n---\nTwo.', `2:1 ${heading('---')}`],
    ['en', '> One.\n> -', `2:1 ${heading('> -')}`],
    ['en', 'One.\n===', `2:1 ${heading('===')}`],
    ['en', '##One', '1:1 This looks like a subheading, but would be printed as text.'],
    ['en', '## Best in C #', '1:1 Readers would not see the # at the end.'],
    ['en', '    One.', `1:1 ${indented}`],
    ['en', 'One.\n\n\tTwo.', `3:1 ${indented}`],
    ['en', '~~~\nOne.\n~~~', '1:1 ~~~ turns what follows into a code block.'],
    ['en', '```\nOne.', '1:1 This code block is not closed.'],
    ['en', '```', '1:1 This code block is not closed.'],
    ['en', '``` He said\nOne.\n```', '1:1 Readers would not see the words after these backticks.'],
    ['en', '>5 degrees', `1:1 ${quotation}`],
    ['en', 'It was\n> 5 degrees', `2:1 ${quotation}`],
    ['en', '> One.\nTwo.', '2:1 This line becomes part of the quotation above.'],
    ['en', '- One.\n- Two.\nThree.', '3:1 This line becomes part of the list entry above.'],
    [
      'en',
      '• One\n• Two',
      '1:6 Lines that begin with this bullet run together into one paragraph.',
    ],
    [
      'en',
      'One.\n\n[1]: https://x.example/',
      '3:1 Readers would not see this: it is the address of a link [1], which the text does not have.',
    ],
    ['en', '[a]\n\n[a]: /a/\n[a]: /b/', '4:1 There are two link addresses for [a].'],
  ])('%s lines: %j', (_, text, told) => {
    expect(toldOf(text)).toEqual([told]);
  });

  it.each([
    ['sr', '24. марта 1999.\n\n10. јуна 1999.\n\n17. фебруара 2008.', `3:1 ${counted(25)}`],
    ['en', '1999. That was the war.\n\n2008. And then.', `3:1 ${counted(2000)}`],
    ['en', '1999. That was the war.\n\n2000. And then.', `1:1 ${entry}`],
    ['de', '1. Mai: Streik.\n2. Mai: Ende.', `1:1 ${entry}`],
    ['sr', '4. децембра\n5. децембра', `1:1 ${entry}`],
    ['nb', '8. mars\n9. mars', `1:1 ${entry}`],
    ['lv', '8. marts\n9. marts', `1:1 ${entry}`],
    ['de', '2. Bundesliga', `1:1 ${single}`],
    ['sr', '> 24. марта 1999.', `1:3 ${single}`],
    ['en', 'On page\n1. There it is', `2:1 ${single}`],
    ['en', '1. One\n1. Two', `2:1 ${counted(2)}`],
    ['en', 'One.\n\n* Names have been changed', `3:1 ${single}`],
    ['en', '“One.”\n- Its author', `2:1 ${single}`],
    ['en', 'It was\n+ 5 degrees', `2:1 ${single}`],
    ['sq', '- 24. mars', `1:1 ${single}|1:3 ${single}`],
    ['en', '- One\n-', '2:1 This list entry is empty.'],
    ['en', '- [ ] One\n- Two', '1:1 A checkbox would be printed as text.'],
  ])('%s lists: %j', (language, text, told) => {
    expect(toldOf(text, language).join('|')).toBe(told);
  });

  it('with the fix, by the number or the sign that is there', async () => {
    const [place, , fix] = (await refusalsOf({}, 'On the\n\n24. the war began.'))[0]!;
    expect([place, fix]).toEqual([
      '13:1',
      'If the number is a date or part of a sentence, write 24\\.; a list needs at least two entries.',
    ]);
    expect((await refusalsOf({}, '* Names'))[0]![2]).toBe(
      'To print the character, write \\*; a list needs at least two entries.',
    );
  });
});

it.each([
  '24\\. марта 1999.',
  '\\* Names have been changed, see !\\[a](b) and \\[a](b) and \\[^1] and \\~\\~a',
  'F*** off, f**k it, sh** happens; a 5* hotel and 4* ones; Note*',
  '*Arta and *Besa (names changed)',
  '5 * 3 * 2, snake_case_name, #MeToo, [sic], [TK], {a}, $5, H₂O, 10^6',
  'un*frigging*believable',
  '~5 km (~10 miles)',
  '`code` and Ka`bah',
  'https://x.example/a_b--c and www.x.example/a_b',
  'A < B > C & D &amp; E',
  '> One\n> two',
  '1. One\n2. Two\n3. Three',
  '5) One\n6) Two',
  '- One\n  and more\n- Two\n  - Below',
  'One\\\ntwo  \nthree',
  '[a][b] and [b]\n\n[b]: /about/',
  '***\n\nOne',
  '```js\n1\n```',
  '## One ##',
])('what is printed as it was typed, or is Markdown on purpose, passes: %j', (text) => {
  expect(toldOf(text, 'sr')).toEqual([]);
});

it('words and numbers of an escaped list are those that were typed', () => {
  const { body } = setBody('24\\. марта 1999.\n\n10\\. јуна 1999.', undefined, 'sr');
  const nodes = body.blocks.flatMap((block) => textNodes(block as TextBlock, 'sr'));
  expect(plainText(nodes)).toBe('24. марта 1999. 10. јуна 1999.');
});

describe('a field', () => {
  it.each([
    'A **bold** word',
    '*The Times* reports',
    '_Titanic_ sails',
    'See [this](https://x.example/)',
    'A note[^1]',
    '~~Old~~ new',
    'A \\*star',
  ])('is refused with Markdown in it: %s', async (text) => {
    const fields = {
      updated: '2021-03-10',
      updateNote: JSON.stringify(text),
      corrections: `[{ date: 2021-03-10, kind: correction, text: ${JSON.stringify(text)} }]`,
    };
    const fix = 'Remove it: readers see this field as it is written, without emphasis and links.';
    expect(await refusalsOf(fields)).toEqual([
      ['10:13', '`updateNote` contains Markdown formatting.', fix],
      ['11:59', '`corrections.text` contains Markdown formatting.', fix],
    ]);
    const written = `![A](a.png "${text.replaceAll('\\', '\\\\')} (X)")`;
    expect((await refusalsOf({}, written))[0]).toEqual([
      '11:1',
      'The picture’s `caption` contains Markdown formatting.',
      fix,
    ]);
  });

  it.each([
    'F*** you',
    'Note*: 5* hotels',
    '@a_b_c at a_b_c',
    '2*3*4',
    'A [sic] and #1',
    '~5 (~6)',
  ])('keeps characters that are not Markdown: %s', async (text) => {
    const { frontmatter } = await readStory({ headline: JSON.stringify(text) });
    expect(frontmatter.headline).toBe(text);
  });

  it.each([
    ['headline', 'Players back #MeToo campaign', '3:24', '#MeToo campaign'],
    ['standfirst', 'Prishtina is #1 in judo', '4:26', '#1 in judo'],
    ['headline', '#MeToo is back', '3:11', '#MeToo is back'],
    ['headline', 'One\n  two # three', '4:7', '# three'],
    ['source', '\n  name: AP # one', '10:12', '# one'],
  ])('is refused that a comment would cut: %s: %s', async (field, value, place, comment) => {
    expect((await refusalsOf({ [field]: value }))[0]).toEqual([
      place,
      `YAML reads ${comment} as a comment: readers would not see it.`,
      'Put the whole value in quotation marks. Put a comment of your own on a line above it.',
    ]);
  });

  it('that is no text may have a comment, as a quoted one and C# may', async () => {
    const { frontmatter } = await readStory({
      section: 'military # a key',
      headline: '"Players back #MeToo" # as they said',
      standfirst: 'C# and F#',
      published: '2021-03-09 # a Tuesday',
    });
    expect([frontmatter.headline, frontmatter.standfirst]).toEqual([
      'Players back #MeToo',
      'C# and F#',
    ]);
  });

  it('is refused with several paragraphs in it', async () => {
    expect((await refusalsOf({ standfirst: '|\n  One.\n\n  Two.' }))[0]).toEqual([
      '4:13',
      '`standfirst` has several paragraphs.',
      'Make it one paragraph, without an empty line: it is shown as one.',
    ]);
  });
});

it('a name with %20 in it is that of the file with a space', async () => {
  const files = { 'articles/2021/03/troops/IMG_1234 (1).png': png };
  const text = '![A hall](IMG_1234%20(1).png "On Monday. (Ana Reis/ANH)")';
  const lead =
    '{ image: IMG_1234%20(1).png, alt: A hall, caption: On Monday., credit: Ana Reis/ANH }';
  expect(await refusalsOf({ lead, headline: '' }, text, files)).toHaveLength(1);
  expect((await refusalsOf({}, '![A](%2e%2e%2fa%3f.png "B. (C)")'))[0]![1]).toBe(
    'The picture’s `image` is not a picture file beside the story.',
  );
  expect((await refusalsOf({}, '![A](100%.png "B. (C)")'))[0]![1]).toBe(
    'There is no picture ./100%.png.',
  );
});
