import { describe, expect, it } from 'vitest';
import { png, refusals, refusalsOf, story, storyFile, type Told } from './content.ts';

/** Holds the text of a story, which begins on line 11, against what the desk tells of it. */
type Case = [name: string, text: string, told: Told[]];

const html = ['Raw HTML is not allowed.', 'Write it in Markdown, or remove it.'] as const;

describe('raw HTML', () => {
  it.each<Case>([
    [
      'in a line',
      'One <b>two</b>.',
      [
        ['11:5', ...html],
        ['11:11', ...html],
      ],
    ],
    ['as a block', 'One.\n\n<div>two</div>', [['13:1', ...html]]],
    ['as a comment', 'One.\n\n- Two <!-- three -->\n- Four', [['13:7', ...html]]],
    ['as a script', 'One.\n\n<script>alert(1)</script>', [['13:1', ...html]]],
    ['in a pull quote', ':::pull-quote{speaker="X"}\nOne <br> two\n:::', [['12:5', ...html]]],
  ])('is refused %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });

  it('is refused, and no more, when there is nothing else', async () => {
    expect(await refusalsOf({}, '<script>alert(1)</script>')).toEqual([['11:1', ...html]]);
  });

  it('has its own line with Windows line ends too', async () => {
    const text = story({}, 'One.\n\nTwo <b>three').replaceAll('\n', '\r\n');
    expect(await refusals({ [storyFile]: text })).toEqual([[`${storyFile}:13:5`, ...html]]);
  });

  it('has its own line below frontmatter of many lines', async () => {
    const fields = { source: '\n  name: AP\n  byline: Llazar Semini', dateline: 'PRISTINA' };
    expect(await refusalsOf(fields, 'Two <b>')).toEqual([['15:5', ...html]]);
  });
});

describe('a picture', () => {
  const shape = 'Write ![What it shows](file.jpg "Who, where, when. (Name/AGENCY)")';
  const within = [
    'A picture within a line has no room for its caption.',
    'Give it a paragraph of its own, with an empty line before and after.',
  ] as const;

  it.each<Case>([
    ['without alt', '![](a.png "One. (AP)")', [['11:1', 'The picture’s `alt` is empty.', shape]]],
    [
      'without a title',
      'One.\n\n![Two](a.png)',
      [
        ['13:1', 'The picture’s `caption` is empty.', shape],
        ['13:1', 'The picture’s `credit` is empty.', shape],
      ],
    ],
    [
      'without credit',
      '![One](a.png "Two.")',
      [['11:1', 'The picture’s `credit` is empty.', shape]],
    ],
    [
      'whose credit is empty',
      '![One](a.png "Two. ()")',
      [['11:1', 'The picture’s `credit` is empty.', shape]],
    ],
    [
      'without caption',
      '![One](a.png "(AP)")',
      [['11:1', 'The picture’s `caption` is empty.', shape]],
    ],
    [
      'whose alt says what the caption says',
      '![One, two](a.png "One two. (AP)")',
      [
        [
          '11:1',
          'The picture’s `alt` says the same as the caption.',
          'Say in alt what the picture shows, and in the caption who, where and when.',
        ],
      ],
    ],
    [
      'from another site',
      '![One](https://apnews.com/a.png "Two. (AP)")',
      [
        [
          '11:1',
          'The picture’s `image` is not a picture file beside the story.',
          'Name a .jpg, .png, .webp, .avif or .tiff file beside the text.',
        ],
      ],
    ],
    [
      'that is not there',
      'One.\n\n![Two](b.png "Three. (AP)")',
      [
        [
          '13:1',
          'There is no picture ./b.png.',
          'Put the file beside the text, or correct its name here.',
        ],
      ],
    ],
    [
      'that cannot be read',
      '![One](torn.png "Two. (AP)")',
      [['11:1', 'The picture ./torn.png cannot be read.', 'Save it again as JPEG or PNG.']],
    ],
    [
      'that lies outside the content',
      '![One](../../../../a.png "Two. (AP)")',
      [
        [
          '11:1',
          'The picture ../../../../a.png is outside the content folder.',
          'Put it beside the story’s text.',
        ],
      ],
    ],
    ['within a line', 'See ![One](a.png "Two. (AP)")', [['11:5', ...within]]],
    ['within a link', '[![One](a.png "Two. (AP)")](/about/)', [['11:2', ...within]]],
    ['within a list', '- ![One](a.png "Two. (AP)")\n- Three', [['11:3', ...within]]],
    ['within a heading', '## ![One](a.png "Two. (AP)")', [['11:4', ...within]]],
    [
      'within a pull quote',
      ':::pull-quote{speaker="X"}\nOne\n\n![Two](a.png "Three. (AP)")\n:::',
      [['14:1', ...within]],
    ],
  ])('is refused %s', async (_, text, told) => {
    const files = {
      'a.png': png,
      'articles/2021/03/troops/a.png': png,
      'articles/2021/03/troops/torn.png': png.subarray(0, 20),
    };
    expect(await refusalsOf({}, text, files)).toEqual(told);
  });

  it('is refused when its file and caption stand elsewhere', async () => {
    const told = await refusalsOf({}, '![One][a]\n\n[a]: a.png "Two. (AP)"');
    expect(told[0]).toEqual([
      '11:1',
      'This picture’s file and caption are in another place.',
      'Write all in one place: ![alt](file "Caption. (Credit)").',
    ]);
  });

  it('without alt and title has one problem for each, and no more', async () => {
    expect((await refusalsOf({}, '![](a.png)')).map(([, summary]) => summary)).toEqual([
      'The picture’s `alt` is empty.',
      'The picture’s `caption` is empty.',
      'The picture’s `credit` is empty.',
    ]);
  });
});

it.each([
  [
    'a link',
    '[](/about/)',
    '11:1',
    'This link has no words.',
    'Write between [ and ] where it leads.',
  ],
  [
    'a link of spaces',
    'See [ *&nbsp;* ](/about/)',
    '11:5',
    'This link has no words.',
    'Write between [ and ] where it leads.',
  ],
  [
    'a heading',
    'One.\n\n##\n\nTwo.',
    '13:1',
    'This heading is empty.',
    'Write its words, or remove its #.',
  ],
])('%s without words is refused', async (_, text, ...told) => {
  expect(await refusalsOf({}, text)).toEqual([told]);
});

describe('a link', () => {
  const refused = (place: string, href: string): Told => [
    place,
    `“${href}” is not an address that a story may link to.`,
    'Link to https://… elsewhere, to /… on this site, or to a mailto: or tel: address.',
  ];

  it.each([
    'javascript:alert(1)',
    'JaVaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//host.example/x',
    '../x',
    'x.html',
    'www.apnews.com',
    '',
  ])('is refused that could do harm or lead astray: %s', async (href) => {
    expect(await refusalsOf({}, `One.\n\nSee [a](${href}).`)).toEqual([refused('13:5', href)]);
    expect(await refusalsOf({}, `[a]\n\n[a]: <${href}>`)).toEqual([refused('13:1', href)]);
  });

  it('is refused between angle brackets', async () => {
    expect(await refusalsOf({}, 'See <javascript:alert(1)>')).toEqual([
      refused('11:5', 'javascript:alert(1)'),
    ]);
  });

  it('is refused when entities hide its scheme', async () => {
    expect(await refusalsOf({}, '[a](&#106;avascript:x)')).toEqual([
      refused('11:1', 'javascript:x'),
    ]);
  });
});

describe('an invisible character', () => {
  const found = (place: string, code: string): Told => [
    place,
    `There is a forbidden invisible character here (U+${code}).`,
    'Delete it: retype the words around it by hand.',
  ];

  it.each<Case>([
    ['raw', 'One.\n\nTwo \u202Ethree', [found('13:5', '202E')]],
    ['raw, a control character', 'One\u0007', [found('11:4', '0007')]],
    ['as an entity', 'One.\n\nTwo &#x202E;', [found('13:1', '202E')]],
    ['as a decimal entity', '> One *&#8238;*', [found('11:8', '202E')]],
    ['as an entity in a heading', '## One &#x2066;', [found('11:4', '2066')]],
    ['as an entity in a link’s title', '[a](/b/ "c&#x202E;")', [found('11:1', '202E')]],
    ['as an entity in a link’s address', '[a](/b&#x202E;/)', [found('11:1', '202E')]],
    [
      'as an entity in a picture’s alt',
      '![One&#x202E;](a.png "Two. (AP)")',
      [
        [
          '11:1',
          'The picture’s `alt` contains a forbidden invisible character.',
          'Delete it: retype the words around it by hand.',
        ],
      ],
    ],
  ])('is refused %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });

  it('is refused in the frontmatter, with the column where it is', async () => {
    expect(await refusalsOf({ headline: 'One \u202Etwo' })).toEqual([found('3:15', '202E')]);
  });

  it('is refused as an entity in the speaker of a pull quote', async () => {
    expect(await refusalsOf({}, ':::pull-quote{speaker="X&#x202E;"}\nOne\n:::')).toHaveLength(1);
  });

  it.each(['```js&#x202E;', '```js a&#x202E;', '~~~&#8238;'])(
    'is refused as an entity in the language of a code block: %s',
    async (fence) => {
      const text = `${fence}\nOne\n${fence.slice(0, 3)}`;
      expect(await refusalsOf({}, text)).toEqual([found('11:1', '202E')]);
    },
  );
});

describe('a heading', () => {
  it.each<Case>([
    [
      'of the first level',
      'One.\n\n# Two\n\n### Three',
      [['13:1', 'Only the headline may be a level-1 heading.', 'Begin with ##.']],
    ],
    [
      'that skips the second level',
      '### One',
      [['11:1', 'This heading skips a level.', 'Begin with ##.']],
    ],
    [
      'that skips the third level',
      '## One\n\n#### Two',
      [['13:1', 'This heading skips a level.', 'Begin with ###.']],
    ],
  ])('is refused %s', async (_, text, told) => {
    expect(await refusalsOf({}, text)).toEqual(told);
  });
});

describe('a dateline', () => {
  it('is refused when the story has no paragraph that it could open', async () => {
    expect(await refusalsOf({ dateline: 'PRISTINA, Kosovo' }, '## One')).toEqual([
      [
        '9:11',
        'There is no paragraph for the dateline to open.',
        'Begin the text with a paragraph, or remove `dateline`.',
      ],
    ]);
  });
});

describe('a story', () => {
  const none = ['There is no text.', 'Write the text below the fields.'] as const;

  it.each(['', ' \n\n', '\n\n\n'])('is refused without text: %j', async (text) => {
    const fields = { dateline: 'PRISTINA, Kosovo' };
    expect((await refusalsOf({}, text)).map(([, ...words]) => words)).toEqual([none]);
    expect((await refusalsOf(fields, text)).map(([, ...words]) => words)).toEqual([none]);
  });

  it('is refused when it ends with its frontmatter', async () => {
    const told = await refusals({ [storyFile]: story().split('\n\n')[0]! });
    expect(told).toEqual([[`${storyFile}:1:1`, ...none]]);
  });
});
