import { describe, expect, it } from 'vitest';
import { blockKinds } from '../../src/desk/blocks/kinds.ts';
import { png, readStory, refusals, refusalsOf, story, storyFile, type Told } from './content.ts';

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
    'A block cannot be inside another block, a list or a quotation.',
    'Put it between two paragraphs of the text.',
  ];
  const endless = (place: string): Told => [
    place,
    'This block is not closed.',
    'Close it with a line of :::',
  ];
  const speaker: Told = ['11:1', 'The block’s `speaker` is missing.', opening];
  const empty: Told = [
    '11:1',
    'The block `pull-quote` is empty.',
    'Write its content between its first and last line.',
  ];

  it.each<Case>([
    ['of an unknown name', ':::note\nOne\n:::', [unknown('11:1', 'note', 'aside')]],
    [
      'of a name with an error',
      'One.\n\n:::pull-quot\nTwo\n:::',
      [unknown('13:1', 'pull-quot', 'pull-quote')],
    ],
    ['of one line', '::note{id=x}', [unknown('11:1', 'note', 'aside')]],
    [
      'that opens with two colons',
      '::pull-quote{speaker="X"}',
      [
        [
          '11:1',
          'A block opens with three colons and has lines of its own.',
          `${opening} and close it with a line of :::`,
        ],
      ],
    ],
    ['within another', '> :::note\n> One\n> :::', [unknown('11:3', 'note', 'aside')]],
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

  const edge = (place: string): Told => [
    place,
    'This looks like the first or last line of a block, but is not one.',
    'Open a block with :::name[Title]{attribute="value"} and close it with a line of :::. Write a quotation mark inside a value as &quot;. To print the colons, write \\:::',
  ];

  it.each<Case>([
    [
      'that cannot be read',
      'One.\n\n:::pull-quote{speaker="A \\"B\\" C"}\nTwo\n:::',
      [edge('13:1'), edge('15:1')],
    ],
    ['that has no beginning', '> Two.\n> :::', [edge('12:3')]],
    ['before a sentence', '- ::: One\n- Two', [edge('11:3')]],
  ])('is refused for an edge %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });

  it.each(['One ::: two.', '\\:::one\\\n\\:::', '`:::`', '```\n:::\n```'])(
    'has no edge in %j',
    async (text) => {
      expect((await readStory({}, text)).links).toEqual([]);
    },
  );

  const one = ':::pull-quote{speaker="X"}\nOne.';

  it.each<Case>([
    ['at the end of the text', `Zero.\n\n${one}`, [endless('13:1')]],
    ['before other paragraphs', `${one}\n\nTwo.\n\nThree.`, [endless('11:1')]],
    ['but colons in its last words', `${one} Two :::`, [endless('11:1')]],
    ['and nothing else', ':::pull-quote{speaker="X"}', [endless('11:1'), empty]],
    ['but a shorter one', `:${one}\n:::`, [endless('11:1'), edge('13:1')]],
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
      [`${storyFile}:13:1`, ...edge('').slice(1)],
    ]);
  });

  it.each<Case>([
    ['a quotation', '> :::pull-quote{speaker="X"}\n> One\n> :::', [within('11:3')]],
    ['a list', '- :::pull-quote{speaker="X"}\n  One\n  :::\n- Two', [within('11:3')]],
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
    expect(told.at(-1)).toEqual(['11:14', 'The block `pull-quote` cannot have a title.', opening]);
  });
});

const holdsList = (place: string, name: string): Told => [
  place,
  `The block \`${name}\` can contain only one list.`,
  'Begin each line with - and a space; move anything else before or after the block.',
];
const oneLine = (place: string): Told => [
  place,
  'An entry in this list can have only one line.',
  'Join its lines, or make them entries.',
];

describe('a title', () => {
  const opening = 'Open it with :::aside[What is the KSF?]';

  it.each<Case>([
    [
      'that is missing',
      ':::aside\nOne\n:::',
      [['11:1', 'The block `aside` has no title.', opening]],
    ],
    [
      'without words',
      ':::aside[ ]\nOne\n:::',
      [['11:9', 'The block `aside` has no title.', opening]],
    ],
    [
      'with marks in it',
      ':::aside[Not *so*]\nOne\n:::',
      [['11:9', 'A title can contain only plain text.', 'Remove the Markdown formatting.']],
    ],
    [
      'that is too long',
      `:::aside[${'long '.repeat(41)}]\nOne\n:::`,
      [['11:9', 'The title is longer than 200 characters.', 'Shorten it, or retype it by hand.']],
    ],
  ])('%s is refused', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });
});

describe('a block of a list', () => {
  it.each<Case>([
    ['without a list', ':::key-facts[A]\nOne.\n:::', [holdsList('12:1', 'key-facts')]],
    ['with more than it', ':::key-facts[A]\n- One.\n\nTwo.\n:::', [holdsList('14:1', 'key-facts')]],
    ['with two lists', ':::key-facts[A]\n- One.\n\n* Two.\n:::', [holdsList('14:1', 'key-facts')]],
    ['with an entry of two', ':::timeline[A]\n- **1** One.\n\n  Two.\n:::', [oneLine('14:3')]],
    ['with an empty entry', ':::key-facts[A]\n- One.\n-\n:::', [oneLine('13:1')]],
    ['with a list in an entry', ':::key-facts[A]\n- One.\n  - Two.\n:::', [oneLine('13:3')]],
  ])('is refused %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });

  const lacks = (place: string, example: string): Told => [
    place,
    'This entry needs two parts, the first in bold.',
    `Write it like this: ${example}`,
  ];
  const figure = '- **32** soldiers lined up at the ceremony';
  const event = '- **2008** Kosovo declares independence.';
  const source: Told = [
    '12:3',
    'This entry needs a link and a description.',
    'Write it like this: - [Defense Cooperation Agreement](https://mod.example/), in force between the two',
  ];

  it.each<Case>([
    ['without what stands out', ':::key-figures\n- 32 men\n:::', [lacks('12:3', figure)]],
    ['with nothing but it', ':::key-figures\n- **32**\n:::', [lacks('12:3', figure)]],
    ['with nothing but a colon', ':::timeline[A]\n- **2008**: \n:::', [lacks('12:3', event)]],
    ['with nothing in bold', ':::timeline[A]\n- In **2008** so.\n:::', [lacks('12:3', event)]],
    ['without a link', ':::documents[A]\n- The agreement\n:::', [source]],
    ['with nothing but a link', ':::documents[A]\n- [One](/about/)\n:::', [source]],
  ])('is refused with an entry %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });
});

describe('questions and answers', () => {
  it.each<Case>([
    [
      'that begin with an answer',
      ':::q-and-a\nBecause.\n\n**Why?**\n\nSo.\n:::',
      [
        [
          '12:1',
          'This text is before the first question.',
          'Write a question in bold above it: **Why?**',
        ],
      ],
    ],
    [
      'that end with a question',
      ':::q-and-a\n## Why?\n\nSo.\n\n**How?**\n:::',
      [['16:1', 'This question has no answer.', 'Write the answer below, or remove the question.']],
    ],
    [
      'with a question without words',
      ':::q-and-a\n###\n\nSo.\n:::',
      [['12:1', 'This heading is empty.', 'Write its words, or remove its #.']],
    ],
  ])('are refused %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });

  it('may have headings of any level, which are none of the text’s', async () => {
    const text = ':::q-and-a\n#### Why?\n\nSo.\n:::';
    expect((await readStory({}, text)).words).toBe(2);
    expect((await refusalsOf({}, `${text}\n\n### Too deep`))[0]![1]).toBe(
      'This heading skips a level.',
    );
  });
});

describe('a table', () => {
  const rows = '| a | b |\n| --- | --- |\n| 1 | 2 |';
  const bare = (place: string): Told => [
    place,
    'This table is not in a table block.',
    'Put it between a line of :::table[What it shows] and one of :::',
  ];
  const one = (place: string): Told => [
    place,
    'The block `table` can contain only one table.',
    'Write each row as | one | two |, and | --- | --- | below the first.',
  ];

  it.each<Case>([
    ['outside of its block', `One.\n\n${rows}`, [bare('13:1')]],
    ['in an aside', `:::aside[A]\n${rows}\n:::`, [bare('12:1')]],
    ['in a quotation', '> a | b\n> -|-', [bare('11:3')]],
    ['that is none', ':::table[A]\na and b\n:::', [one('12:1')]],
    ['with more in its block', `:::table[A]\n${rows}\n\nMore.\n:::`, [one('16:1')]],
    [
      'with a row too long',
      `:::table[A]\n${rows}\n| 3 | 4 | 5 |\n:::`,
      [
        [
          '15:9',
          'This row has more cells than the first.',
          'Remove the extra cell or name its column. Write a bar that is part of the text as \\|.',
        ],
      ],
    ],
  ])('is refused %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });
});

describe('a block of pictures', () => {
  const picture = '![A field](a.png "One. (AP)")';
  const only = (place: string, name: string, fix: string): Told => [
    place,
    `The block \`${name}\` can contain only pictures.`,
    fix,
  ];
  const url = '{url="https://video.example/"}';

  it.each<Case>([
    [
      'with words',
      `:::gallery[A]\n${picture}\n\nOne.\n\n${picture}\n:::`,
      [only('14:1', 'gallery', 'Move the other text before or after the block.')],
    ],
    [
      'with words beside a picture',
      `:::embed${url}\nOne ${picture}\n:::`,
      [only('12:1', 'embed', 'Describe the still in its caption instead.')],
    ],
    [
      'with one picture',
      `:::gallery[A]\n${picture}\n:::`,
      [
        [
          '11:1',
          'A gallery needs at least two pictures.',
          'Put the picture in the text by itself, or add another.',
        ],
      ],
    ],
    [
      'with two stills',
      `:::embed${url}\n${picture}\n${picture}\n:::`,
      [['11:1', 'An embed can have only one still.', 'Write one embed for each still.']],
    ],
    [
      'without an address',
      `:::embed\n${picture}\n:::`,
      [
        [
          '11:1',
          'The block’s `url` is missing.',
          'Open it with :::embed{url="https://video.example/watch?v=1"}',
        ],
      ],
    ],
    [
      'with an address that could do harm',
      `:::embed{url="javascript:alert(1)"}\n${picture}\n:::`,
      [
        [
          '11:1',
          'The block’s `url` is not a web address.',
          'Open it with :::embed{url="https://video.example/watch?v=1"}',
        ],
      ],
    ],
    [
      'with a picture without a credit',
      `:::gallery[A]\n${picture}\n![B](a.png "Two.")\n:::`,
      [
        [
          '13:1',
          'The picture’s `credit` is empty.',
          'Write ![What it shows](file.jpg "Who, where, when. (Name/AGENCY)")',
        ],
      ],
    ],
    [
      'with a picture that is not there',
      `:::embed${url}\n![A field](b.png "One. (AP)")\n:::`,
      [
        [
          '12:1',
          'There is no picture ./b.png.',
          'Put the file beside the text, or correct its name here.',
        ],
      ],
    ],
  ])('is refused %s', async (_, text, told) => {
    const files = { 'articles/2021/03/troops/a.png': png };
    expect(await refusalsOf({}, text, files)).toEqual(told);
  });
});
