import { describe, expect, it } from 'vitest';
import { blockKinds } from '../../src/desk/blocks/kinds.ts';
import { readStory, refusals, refusalsOf, story, storyFile, type Told } from './content.ts';

/** Holds the text of a story, which begins on line 11, against what the desk tells of it. */
type Case = [name: string, text: string, told: Told[]];

const names = blockKinds.map(({ name }) => name);

describe('a block', () => {
  const opening = 'Open it with :::pull-quote{speaker="Vjosa Osmani, acting president"}';
  const unknown = (place: string, name: string, near: string): Told => [
    place,
    `There is no block called \`${name}\`.`,
    `The nearest one is \`${near}\`; the blocks are ${names.join(', ')}.`,
  ];
  const within = (place: string): Told => [
    place,
    'A block stands within another.',
    'Put it between two paragraphs of the text.',
  ];
  const endless = (place: string): Told => [
    place,
    'This block has no end.',
    'End it with a line of :::',
  ];
  const speaker: Told = ['11:1', 'The block’s `speaker` is missing.', opening];
  const empty: Told = [
    '11:1',
    'The block `pull-quote` is empty.',
    'Write what it is to hold between its first and last line.',
  ];

  it.each<Case>([
    ['of an unknown name', ':::note\nOne\n:::', [unknown('11:1', 'note', 'pull-quote')]],
    [
      'of a name with an error',
      'One.\n\n:::pull-quot\nTwo\n:::',
      [unknown('13:1', 'pull-quot', 'pull-quote')],
    ],
    ['of one line', '::video{id=x}', [unknown('11:1', 'video', 'pull-quote')]],
    [
      'that opens with two colons',
      '::pull-quote{speaker="X"}',
      [
        [
          '11:1',
          'A block opens with three colons, and has lines of its own.',
          `${opening} and end it with a line of :::`,
        ],
      ],
    ],
    ['within another', '> :::note\n> One\n> :::', [unknown('11:3', 'note', 'pull-quote')]],
    ['of a quote without speaker', ':::pull-quote\nOne\n:::', [speaker]],
    [
      'of a quote whose speaker is empty',
      ':::pull-quote{speaker=" "}\nOne\n:::',
      [['11:1', 'The block’s `speaker` is empty.', opening]],
    ],
    [
      'of a quote with more',
      ':::pull-quote{speaker="X" class="y"}\nOne\n:::',
      [
        [
          '11:1',
          'The block `pull-quote` has no attribute `class`.',
          `The nearest one is \`speaker\`. ${opening}`,
        ],
      ],
    ],
    ['of a quote without words', ':::pull-quote{speaker="X"}\n:::', [empty]],
    ['of a quote without anything', ':::pull-quote\n\n:::', [speaker, empty]],
  ])('is refused %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });

  const one = ':::pull-quote{speaker="X"}\nOne.';

  it.each<Case>([
    ['at the end of the text', `Zero.\n\n${one}`, [endless('13:1')]],
    ['before other paragraphs', `${one}\n\nTwo.\n\nThree.`, [endless('11:1')]],
    ['but colons in its last words', `${one} Two :::`, [endless('11:1')]],
    ['and nothing else', ':::pull-quote{speaker="X"}', [endless('11:1'), empty]],
    ['but a shorter one', `:${one}\n:::`, [endless('11:1')]],
  ])('of a quote is refused without its last line, %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });

  it.each(['\n:::', '\n:::::', '\n  :::  ', '\n:::\n\nTwo.'])(
    'of a quote may end so: %j',
    async (end) => {
      expect((await readStory({}, one + end)).links).toEqual([]);
    },
  );

  it('of a quote is refused with a shorter last line that ends the file', async () => {
    const text = story({}, `:${one}\n:::`).trimEnd();
    expect(await refusals({ [storyFile]: text })).toEqual([
      [`${storyFile}:11:1`, ...endless('').slice(1)],
    ]);
  });

  it.each<Case>([
    ['a quotation', '> :::pull-quote{speaker="X"}\n> One\n> :::', [within('11:3')]],
    ['a list', '- :::pull-quote{speaker="X"}\n  One\n  :::', [within('11:3')]],
    ['a pull quote', `:${one}\n\n${one}\n:::\n::::`, [within('14:1')]],
    ['one that has no end', `${one}\n\n${one}\n:::`, [within('14:1')]],
  ])('of a quote is refused within %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });

  it.each([
    ':::pull-quote[Label]{speaker="X"}\nOne\n:::',
    ':::pull-quote[Label]{speaker="X"}\n:::',
  ])('of a quote is refused with a label: %j', async (text) => {
    const told = await refusalsOf({}, text);
    expect(told.at(-1)).toEqual(['11:14', 'The block `pull-quote` takes no title.', opening]);
  });
});
