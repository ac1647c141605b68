import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/desk/desk.ts';
import { readVocabulary } from '../../../src/desk/vocabulary.ts';
import { Decisions } from '../../../src/import/decisions.ts';
import { idFor } from '../../../src/import/identity.ts';
import { withEntries } from '../../../src/import/new-tags.ts';
import { sayReport } from '../../../src/import/report.ts';
import { DraftsFolder } from '../../../src/import/drafts-folder.ts';
import { importInto, storiesIn, storyText } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';

const item = (guid: string, title: string, more = '<description>It sails.</description>') =>
  `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><pubDate>Tue, 09 Mar 2021 10:00:00 GMT</pubDate>${more}</item>`;
const feed = (link: string, ...items: string[]) =>
  `<rss version="2.0"><channel><title>F</title><link>${link}</link>${items.join('')}</channel></rss>`;
const wide = `<description>&lt;p title="${'x '.repeat(40_000)}"&gt;It sails.&lt;/p&gt;</description>`;

describe('an id that names a story in its feed only', () => {
  it('is another story in another feed, whatever the files are called', async () => {
    const content = contentFolder();
    const one = written(content, 'f.xml', feed('https://a.example/', item('4711', 'A boat')));
    const [first] = storiesIn(await importInto(content, [one]));
    const two = written(content, 'f.xml', feed('https://b.example/', item('4711', 'A storm')));
    const [second] = storiesIn(await importInto(content, [two]));
    expect([first?.outcome, second?.outcome]).toEqual(['new', 'new']);
    expect(storyText(first!)).toContain('headline: A boat');
    const again = written(content, 'g.xml', feed('https://a.example/', item('4711', 'A boat')));
    expect(storiesIn(await importInto(content, [again]))).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it.each([
    [
      'ninjs',
      (by: string) =>
        `{"uri":"4711","headline":"By ${by}","body_text":"It.","infosource":[{"name":"${by}"}]}`,
    ],
    [
      'NewsML-G2',
      (by: string) =>
        `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="4711"><itemMeta><provider literal="${by}"/></itemMeta><contentMeta><headline>By ${by}</headline></contentMeta><contentSet><inlineData>It.</inlineData></contentSet></newsItem>`,
    ],
  ])('of %s counts with its sender', async (_, copy) => {
    const content = contentFolder();
    const outcomes = [];
    for (const by of ['One', 'Two', 'One'])
      outcomes.push(...storiesIn(await importInto(content, [written(content, 'c', copy(by))])));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'unchanged']);
  });

  it('counted alone once: such a story is known again, and keeps its id', async () => {
    const content = contentFolder();
    const file = written(content, 'f.xml', feed('https://a.example/', item('4711', 'A boat')));
    const [story] = storiesIn(await importInto(content, [file]));
    const [id, alone] = [idFor('4711', 'https://a.example/'), idFor('4711')];
    const text = storyText(story!).replace(id, alone);
    writeFileSync(story!.path, text);
    const log = join(content, 'imports.lock');
    const digest = hash('sha256', text).slice(0, 32);
    writeFileSync(log, readFileSync(log, 'utf8').replace(/^\S+ \S+/, `${alone} ${digest}`));
    expect(storiesIn(await importInto(content, [file]))).toMatchObject([
      { outcome: 'unchanged', path: story!.path },
    ]);
    // What another feed has under the same number is another story.
    const other = written(content, 'g.xml', feed('https://b.example/', item('4711', 'A storm')));
    expect(storiesIn(await importInto(content, [other]))).toMatchObject([{ outcome: 'new' }]);
    expect(readFileSync(story!.path, 'utf8')).toBe(text);
  });

  it('may not be that of two stories of one file', async () => {
    const content = contentFolder();
    const file = written(content, 'f.xml', feed('x', item('1', 'A boat'), item('1', 'A storm')));
    const reports = await importInto(content, [file]);
    expect(reports).toMatchObject([
      { kind: 'story' },
      { kind: 'failure', item: '1', summary: expect.stringContaining('has the same id') },
    ]);
    expect(storyText(storiesIn(reports)[0]!)).toContain('headline: A boat');
  });

  it('may be that of two versions, of which the later one counts', async () => {
    const version = (number: number) =>
      `<newsItem guid="urn:newsml:a:1" version="${number}"><contentMeta><headline>Boat ${number}</headline></contentMeta><contentSet><inlineData>It.</inlineData></contentSet></newsItem>`;
    for (const [order, outcomes] of [
      [
        [1, 2],
        ['new', 'updated'],
      ],
      [
        [2, 1],
        ['new', 'left alone'],
      ],
    ] as const) {
      const content = contentFolder();
      const items = order.map(version).join('');
      const text = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items}</itemSet></newsMessage>`;
      const stories = storiesIn(await importInto(content, [written(content, 'm.xml', text)]));
      expect(stories.map(({ outcome }) => outcome)).toEqual(outcomes);
      expect(storyText(stories[0]!)).toContain('headline: Boat 2');
    }
  });
});

describe('one bad item', () => {
  it.each([
    ['a long attribute', wide, 'An attribute in its HTML is longer than 64 kB.'],
    [
      'deep XML',
      `<description>${'<a>'.repeat(400)}${'</a>'.repeat(400)}</description>`,
      'Its XML is nested more than 300 levels deep.',
    ],
    [
      'deep HTML',
      `<description>${'&lt;b&gt;'.repeat(600)}x</description>`,
      'Its HTML is nested more than 500 levels deep.',
    ],
  ])('is an error of its own, named, and the others are imported: %s', async (_, bad, summary) => {
    const content = contentFolder();
    const items = [item('1', 'A boat'), item('2', 'A storm', bad), item('3', 'A quay')];
    const reports = await importInto(content, [written(content, 'f.xml', feed('x', ...items))]);
    expect(reports).toMatchObject([
      { kind: 'story' },
      { kind: 'failure', item: '2', summary },
      { kind: 'story' },
    ]);
    expect(sayReport(reports[1]!)).toMatch(/f\.xml: “2”: /);
  });

  it('of which nobody thought is one, too', async () => {
    const content = contentFolder();
    const file = written(
      content,
      'n.json',
      '{"uri":"x:1","headline":"A","language":"sq","body_text":"It."}',
    );
    const broken = new Proxy(new Map(), {
      get: () => {
        throw new TypeError('no map');
      },
    });
    const vocabulary = { ...readVocabulary(content), sections: broken as never };
    expect(await importInto(content, [file], { vocabulary })).toMatchObject([
      { kind: 'failure', item: 'x:1', summary: expect.stringContaining('TypeError: no map') },
    ]);
  });

  it('that breaks its file says how many came before', async () => {
    const content = contentFolder();
    const text = feed('x', item('1', 'A boat'), item('2', 'A storm')).replace(
      '</title></item>',
      '',
    );
    const cut = `${text.slice(0, text.lastIndexOf('<guid'))}<broken`;
    expect(await importInto(content, [written(content, 'f.xml', cut)])).toMatchObject([
      { kind: 'story' },
      {
        kind: 'failure',
        summary: expect.stringMatching(
          /The items before it were imported \(1\); the rest was not read\.$/,
        ),
      },
    ]);
  });

  it('is no bad item when the disk is full: then nothing goes on', async () => {
    const content = contentFolder();
    const file = written(content, 'f.xml', feed('x', item('1', 'A boat')));
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    const put = DraftsFolder.prototype.put;
    DraftsFolder.prototype.put = () => {
      throw full;
    };
    await expect(importInto(content, [file])).rejects.toBe(full);
    DraftsFolder.prototype.put = put;
  });
});

it('writes no picture’s bytes and no attribute into the report', async () => {
  const content = contentFolder();
  const picture = `<description>&lt;p&gt;It sails.&lt;/p&gt;&lt;img alt="A boat" src="data:image/png;base64,${'A'.repeat(90_000)}"&gt;</description>`;
  const file = written(content, 'f.xml', feed('x', item('1', 'A boat', picture)));
  const [report] = await importInto(content, [file]);
  expect(JSON.stringify(report).length).toBeLessThan(2000);
  expect(storyText(storiesIn([report!])[0]!)).toContain('![A boat](');
  const note = `<comments>${'word '.repeat(2000)}</comments><description>It.</description>`;
  const long = written(content, 'g.xml', feed('x', item('2', 'A quay', note)));
  const [second] = await importInto(content, [long]);
  expect(sayReport(second!)).toMatch(/word… \(\d+ more characters, see --json\)”/);
  expect(JSON.stringify(second)).toContain('word '.repeat(1999));
});

it.each([
  ['https://a.example/b/c', '[more](https://a.example/b/more)'],
  ['https://[', 'more'],
  ['ftp://a.example/b', 'more'],
])('reads links of an entry against its address where that is one: %s', async (link, words) => {
  const content = contentFolder();
  const html = '&lt;p&gt;See &lt;a href="more"&gt;more&lt;/a&gt;.&lt;/p&gt;';
  const more = `<link>${link}</link><description>${html}</description>`;
  const file = written(content, 'f.xml', feed('x', item('1', 'A boat', more)));
  const [story] = storiesIn(await importInto(content, [file]));
  expect(storyText(story!)).toContain(`\n\nSee ${words}.\n`);
});

it('says of a picture what an editor has to write, and nothing of what only a fetch brings', async () => {
  const content = contentFolder();
  const html = '&lt;p&gt;It.&lt;/p&gt;&lt;img src="https://a.example/a.jpg" alt="A boat"&gt;';
  const more = `<description>${html}</description>`;
  const file = written(content, 'f.xml', feed('x', item('1', 'A boat', more)));
  const [report] = await importInto(content, [file]);
  expect(sayReport(report!).match(/^ +picture .*/gm)).toEqual([
    expect.stringMatching(
      /: missing; .*; write its caption, credit ← https:\/\/a\.example\/a\.jpg$/,
    ),
  ]);
});

it.each([
  ['UTF-16 LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
])('reads XML in %s by its byte order mark', async (_, encode) => {
  const content = contentFolder();
  const file = written(content, 'f.xml', encode(feed('x', item('1', 'Élections à Ndërtim'))));
  const [story] = storiesIn(await importInto(content, [file]));
  expect(storyText(story!)).toContain('headline: Élections à Ndërtim\n');
});

const atom = (more: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${more}<title>A boat</title><published>2021-03-09T10:00:00Z</published><summary>It.</summary></entry></feed>`;
const ninjs = (more: object) => JSON.stringify({ headline: 'A boat', body_text: 'It.', ...more });

it.each([
  [
    'an entry of RSS by its guid',
    feed('x', item('urn:one', 'A boat', '<link>https://a.example/two</link>')),
    'urn:one',
  ],
  [
    'one without a guid by its address',
    feed('x', item('', 'A boat', '<link>https://a.example/two</link>')),
    'https://a.example/two',
  ],
  [
    'an entry of Atom by its id',
    atom('<id>urn:one</id><link href="https://a.example/two"/>'),
    'urn:one',
  ],
  ['ninjs by its uri', ninjs({ uri: 'urn:one', guid: 'urn:two' }), 'urn:one'],
  ['ninjs without a uri by its guid', ninjs({ guid: 'urn:two' }), 'urn:two'],
])('knows %s', async (_, copy, mark) => {
  const content = contentFolder();
  const [story] = storiesIn(await importInto(content, [written(content, 'copy', copy)]));
  expect(storyText(story!)).toContain(`id: ${idFor(mark)}\n`);
});

it('takes of wordings the main one, and tells the others by their roles', async () => {
  const headlines = [
    { role: 'short', value: 'Boat' },
    { role: 'main', contentType: 'text/html', value: 'A <b>big</b> boat' },
    { contentType: 'text/plain', value: 'Boat <2>' },
  ];
  const content = contentFolder();
  const copy = JSON.stringify({ uri: 'urn:one', body_text: 'It.', headlines });
  const [story] = storiesIn(await importInto(content, [written(content, 'copy', copy)]));
  expect(storyText(story!)).toContain('headline: A big boat\n');
  expect(story!.lost).toEqual([
    { what: 'short', text: 'Boat' },
    { what: 'another wording', text: 'Boat <2>' },
  ]);
});

it('knows an entry without an id by the address of its page, not of its comments', async () => {
  const content = contentFolder();
  const entry = (title: string, summary: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>${title}</title><link rel="replies" href="https://a.example/${title}/comments"/><link rel="alternate" href="https://a.example/boat"/><published>2021-03-09T10:00:00Z</published><summary>${summary}</summary></entry></feed>`;
  const outcomes = [];
  for (const [title, text] of [
    ['One', 'It.'],
    ['Two', 'They.'],
  ] as const)
    outcomes.push(
      ...storiesIn(await importInto(content, [written(content, 'a', entry(title, text))])),
    );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['new', 'updated']);
});

it('makes a file only where none is', async () => {
  const content = contentFolder();
  const drafts = new DraftsFolder(content, readVocabulary(content));
  const id = '3f0c52a8-5d0e-4f6c-9a3b-0f1d6d1c7e55';
  const path = drafts.placeFor(id, 'articles/2021/03', 'a-boat');
  drafts.put(id, 'one', path, { from: 'a' });
  expect(() => drafts.put('b'.repeat(36), 'two', path, { from: 'a' })).toThrow(
    'Another program has just created a file',
  );
  expect(readFileSync(join(content, path), 'utf8')).toBe('one');
  expect(readdirSync(dirname(join(content, path)))).toEqual(['index.md']);
});

describe('tags that the newsroom has not', () => {
  const tagged = (guid: string, ...tags: string[]) =>
    item(
      guid,
      `Story ${guid}`,
      `<description>It.</description>${tags.map((tag) => `<category>${tag}</category>`).join('')}`,
    );

  it('are added to tags.yaml, whose lines stay', async () => {
    const tags = '# Topics\nkosovo: # the place\n  name: Kosovo\n\nc:\n  name: C';
    const content = contentFolder({ 'tags.yaml': tags });
    const all = feed(
      'x',
      tagged('1', 'Kosovo', 'Élections', 'C#'),
      tagged('2', 'élections', 'ميناء'),
    );
    const file = written(content, 'f.xml', all);
    const stories = storiesIn(await importInto(content, [file], { withTags: true }));
    expect(stories.map((story) => /^tags: .*$/m.exec(storyText(story))?.[0])).toEqual([
      'tags: [kosovo, elections, c-2]',
      expect.stringMatching(/^tags: \[elections, [a-z0-9-]+\]$/),
    ]);
    const text = readFileSync(join(content, 'tags.yaml'), 'utf8');
    expect(text.startsWith(`${tags}\nelections:\n  name: Élections\nc-2:\n  name: C#\n`)).toBe(
      true,
    );
    expect(
      stories.flatMap(({ lost }) => lost.filter(({ what }) => what === 'unknown tag')),
    ).toEqual([]);
    const read = await readContent(content).catch((error: unknown) => String(error));
    expect(String(read)).not.toContain('tags.yaml');
    expect(storiesIn(await importInto(content, [file], { withTags: true }))).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'unchanged' },
    ]);
  });

  it('stay out when nobody asks for them', async () => {
    const content = contentFolder();
    const before = readFileSync(join(content, 'tags.yaml'), 'utf8');
    await importInto(content, [written(content, 'f.xml', feed('x', tagged('1', 'Elections')))]);
    expect(readFileSync(join(content, 'tags.yaml'), 'utf8')).toBe(before);
  });

  it.each([
    ['', 'b:\n  name: B\n'],
    ['# only words\n', '# only words\nb:\n  name: B\n'],
    ['a:\n  name: A', 'a:\n  name: A\nb:\n  name: B\n'],
    ['a: { name: A } # one\n', 'a: { name: A } # one\nb:\n  name: B\n'],
    ['{ a: { name: A } } # one\n', '{ a: { name: A }, b: { name: B } } # one\n'],
    ['a:\n  name: A\n...\n', 'a:\n  name: A\nb:\n  name: B\n...\n'],
  ])('are written behind what is there: %j', (text, expected) => {
    expect(withEntries(text, { b: { name: 'B' } })).toBe(expected);
  });
});

it('says at its end what the stories wait for, what concerns most of them first', async () => {
  const content = contentFolder();
  const items = Array.from({ length: 30 }, (_, n) =>
    item(
      `${n}`,
      `Story ${n}`,
      `<description>It.</description><category>${n % 3 ? 'Schools' : 'Harbor'}</category><creator>Ana Reis</creator>`,
    ),
  );
  const held = written(
    content,
    'n.json',
    '{"uri":"x:1","headline":"A","body_text":"It.","pubstatus":"withheld"}',
  );
  const decisions = new Decisions();
  const files = [written(content, 'f.xml', feed('x', ...items)), held, 'none'];
  for (const report of await importInto(content, files)) decisions.note(report);
  const said = decisions.say(false);
  expect(said).toMatch(/^31 stories: 31 new\.\n1 item could not be imported, see above\./);
  expect(said.match(/^\d+ stor.*$/gm)?.slice(1)).toEqual([
    '1 story: held back by their sender',
    '31 stories: no section',
    '30 stories: unknown tags',
    '30 stories: unknown authors',
    '1 story: no tags',
    '1 story: no authors',
    '1 story: no published',
  ]);
  expect(said).toContain(
    '--add-tags to add all of them to tags.yaml, or add the ones you want by hand.\n    - Schools (20)\n    - Harbor (10)\n',
  );
  expect(said).toMatch(/(?: {4}- .*\n){3} {4}and 28 more/);
  expect(decisions.say(true).match(/^ {4}- .*index\.md$/gm)).toHaveLength(35);
});
