import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { ask, askName } from '../../src/cli/asking.ts';
import { draftText } from '../../src/cli/draft.ts';
import { takenNames } from '../../src/cli/story-folder.ts';
import { readContent } from '../../src/desk/desk.ts';
import { firstFree, slugOf } from '../../src/desk/slug.ts';
import { run } from './command.ts';
import { contentFolder, idOf, png, read, story, storyFile, type Files } from './content.ts';

const flags = ['--section', 'military', '--tags', 'kosovo,ksf', '--authors', 'anthony-barnett'];

/** Runs the command on a content folder; paths are those within it. */
async function make(words: string[], files: Files = {}, environment: Record<string, string> = {}) {
  const CONTENT = contentFolder(files);
  const ended = await run('new', words, { CONTENT, ...environment });
  const path = /^Made (.*)$/m.exec(ended.stdout)?.[1];
  const file = path && path.slice(CONTENT.length + 1);
  return { ...ended, CONTENT, file, text: path && readFileSync(path, 'utf8') };
}

describe('a slug', () => {
  it.each([
    ['Kosovo sends troops to Kuwait', 'kosovo-sends-troops-to-kuwait'],
    ['“Kosovo’s KSF”: don’t go — yet…', 'kosovos-ksf-dont-go-yet'],
    ['Çamëria është & KosovoOnline', 'cameria-eshte-and-kosovoonline'],
    ['Мир и война', 'mir-i-voyna'],
    ['€5m and $6m', '5m-and-6m'],
    ['ﬁne', 'fine'],
    ['🎉 2026', '2026'],
    ['日本 2026', ''],
    ['习近平', ''],
    ['…', ''],
  ])('of %s is %s', (headline, slug) => {
    expect(slugOf(headline, 'en-US')).toBe(slug);
  });

  it('is written as the language writes Latin letters', () => {
    expect([slugOf('Öl', 'de-DE'), slugOf('Öl', 'sv')]).toEqual(['oel', 'ol']);
  });

  it('is cut after a word, to 60 characters', () => {
    expect(slugOf('troops '.repeat(9), 'en')).toBe(
      'troops-troops-troops-troops-troops-troops-troops-troops',
    );
    expect(slugOf(`${'a'.repeat(29)} ${'b'.repeat(30)}`, 'en')).toHaveLength(60);
    expect(slugOf(`${'a'.repeat(30)} ${'b'.repeat(30)}`, 'en')).toBe('a'.repeat(30));
    expect(slugOf('a'.repeat(70), 'en')).toBe('a'.repeat(60));
  });

  it('is numbered until it is free', () => {
    expect(firstFree('a', () => true)).toBe('a');
    expect(firstFree('a', (name) => !['a', 'a-2'].includes(name))).toBe('a-3');
  });
});

it('a name is taken in its month, wherever its story lies', () => {
  const files = {
    'articles/2021/03/folder/index.md': '',
    'articles/2021/03/file.md': '',
    'articles/2021/03/pictures/a.txt': '',
    'articles/elsewhere/index.md': 'published: 2021-03-31 14:30',
    'articles/2022/01/quoted.md': 'published: "2021-03-01"',
    'articles/2022/01/later.md': 'published: 2022-03-01',
    'addresses.lock': `/2021/03/10/moved/ ${idOf(1)}\n/2021/04/10/april/ ${idOf(2)}\n`,
  };
  const isTaken = takenNames(contentFolder(files), '2021-03');
  const taken = ['troops', 'folder', 'file', 'pictures', 'elsewhere', 'quoted', 'moved'];
  expect([...taken, 'later', 'april', 'index'].filter(isTaken)).toEqual(taken);
  expect(takenNames(join(contentFolder(), 'nowhere'), '2021-03')('a')).toBe(false);
});

it.each([
  'Osmani: “we’re”, ‘it’ and 5" #1 {a} [b]',
  '- yes? | no > & !tag @at * % 🎉',
  '2021-03-09',
  'null',
  '---',
  `Long ${'word '.repeat(38)}end`,
])('%s survives as a headline', async (headline) => {
  const fields = {
    id: idOf(1),
    headline,
    standfirst: headline,
    section: 'military',
    tags: ['ksf'],
    authors: ['anthony-barnett'],
    dateline: 'A: # b',
    published: '2021-03-09',
    draft: true,
  };
  const text = `${draftText(fields, () => undefined)}\nThe text.\n`;
  // A field is a line; the others are two of ---, the text with an empty line, and the end.
  expect(text.split('\n')).toHaveLength(Object.keys(fields).length + 5);
  const { stories } = await read({ [storyFile]: text });
  expect(stories[0]!.frontmatter).toMatchObject({ ...fields, published: { iso: '2021-03-09' } });
});

describe('npm run new', { concurrent: true }, () => {
  it('makes a draft that only lacks what the editor writes', async () => {
    const { code, stdout, CONTENT, file, text } = await make([
      ' Kosovo: sends\n troops ',
      ...flags,
    ]);
    expect([code, file]).toEqual([0, 'articles/2026/11/kosovo-sends-troops/index.md']);
    expect(stdout.split('\n').slice(2, -1)).toEqual([
      'Next: write the standfirst and the text into it.',
      '`npm run dev` shows it while you write, `npm run check` says what is missing.',
      'Take `draft: true` out to publish it.',
    ]);
    expect(text?.replace(/^id: [\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/m, 'id: UUID')).toBe(
      [
        '---',
        'id: UUID',
        'headline: "Kosovo: sends troops"',
        'standfirst: # One or two sentences under the headline; also the summary in feeds and previews.',
        'section: military',
        'tags: [kosovo, ksf]',
        'authors: [anthony-barnett]',
        'published: 2026-11-23',
        'draft: true',
        '---\n',
      ].join('\n'),
    );
    // A draft stops nothing; what it lacks is told as a warning.
    expect((await readContent(CONTENT)).warnings).toMatchObject([
      { summary: 'There is no text.' },
      { summary: '`standfirst` is empty.' },
    ]);
  });

  it('takes today from the newsroom’s zone', async () => {
    const environment = { NEWSROOM_CLOCK: '2026-12-31T23:30:00Z', TZ: 'America/Los_Angeles' };
    const { file, text } = await make(['A', ...flags], {}, environment);
    expect(file).toBe('articles/2027/01/a/index.md');
    expect(text).toContain('published: 2027-01-01\n');
  });

  it('takes another time of publication, a standfirst and a dateline', async () => {
    const words = ['--standfirst', 'One: two.', '--dateline', 'PRISTINA, Kosovo'];
    const { file, text } = await make([
      'A',
      ...flags,
      '--published',
      '2021-03-31T23:30Z',
      ...words,
    ]);
    expect(file).toBe('articles/2021/04/a/index.md');
    expect(text).toContain('published: 2021-03-31T23:30Z\n');
    expect(text).toContain('standfirst: "One: two."\n');
    expect(text).toContain('dateline: PRISTINA, Kosovo\n');
  });

  it('files the story in a series', async () => {
    const files = { 'series.yaml': 'army:\n  name: A new army\n' };
    const { text } = await make(['A', ...flags, '--series', 'army'], files);
    expect(text).toContain('authors: [anthony-barnett]\nseries: army\npublished:');
    const { code, stderr } = await make(['A', ...flags, '--series', 'armi'], files);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('There is no series “armi”. The nearest one is `army`.'),
    ]);
  });

  it('numbers a name that is taken, and overwrites nothing', async () => {
    const words = ['Troops', ...flags, '--published', '2021-03-09'];
    const { CONTENT, file } = await make(words);
    expect(file).toBe('articles/2021/03/troops-2/index.md');
    expect(readFileSync(join(CONTENT, storyFile), 'utf8')).toBe(story());
    const { code, stderr } = await run('new', [...words, '--slug', 'troops'], { CONTENT });
    expect(code).toBe(1);
    expect(stderr).toBe('There is or was a story troops of 2021-03. Choose another --slug.\n');
    expect(readFileSync(join(CONTENT, storyFile), 'utf8')).toBe(story());
  });

  it('numbers a name at which readers found another story', async () => {
    const lock = { 'addresses.lock': `/2026/11/23/flood/ ${idOf(1)}\n` };
    expect((await make(['Flood', ...flags], lock)).file).toBe('articles/2026/11/flood-2/index.md');
    const broken = await make(['Flood', ...flags], { 'addresses.lock': 'flood\n' });
    expect([broken.code, broken.stderr]).toEqual([
      1,
      expect.stringContaining('addresses.lock:1:1 This line is not an address'),
    ]);
  });

  it('lays a picture beside the text', async () => {
    const picture = join(contentFolder({ 'river.png': png }), 'river.png');
    const { stdout, CONTENT, file, text } = await make(['A', ...flags, '--picture', picture]);
    expect(text).toMatch(
      /^lead:\n {2}image: river\.png\n {2}alt: # What .*\n {2}caption: # Who.*\n {2}credit: # Whose .*\ndraft/m,
    );
    expect(readFileSync(join(CONTENT, file!, '../river.png')).equals(png)).toBe(true);
    expect(stdout).toContain('and what its picture needs');
  });

  it('offers what the picture says of itself', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Ada/AGENCY"/></rdf:RDF></x:xmpmeta>`;
    const noted = await sharp(png).withXmp(xmp).jpeg().toBuffer();
    const picture = join(contentFolder({ 'river.jpg': noted }), 'river.jpg');
    const { text } = await make(['A', ...flags, '--picture', picture]);
    expect(text).toMatch(/^ {2}credit: Ada\/AGENCY$/m);
    expect(text).toMatch(/^ {2}caption: # Who/m);
  });

  it.each<[what: string, words: string[], said: string]>([
    ['no headline', flags, 'The headline is missing: npm run new -- "Headline" …'],
    ['two headlines', ['A', 'B', ...flags], 'Put the headline between quotation marks.'],
    [
      'no section',
      ['A', ...flags.slice(2)],
      '--section is missing. The sections are military, culture.',
    ],
    [
      'no tags',
      ['A', ...flags.slice(0, 2)],
      '--tags is missing. The tags are kosovo, kuwait, ksf.',
    ],
    [
      'no author',
      ['A', ...flags.slice(0, 4)],
      '--authors is missing. The authors are anthony-barnett.',
    ],
    [
      'all that the desk would refuse, at once',
      [
        ...['A', ...flags, '--section', 'militry', '--tags', 'kosovo, kuwat'],
        ...['--published', '2021-02-30', '--picture', 'package.json'],
      ],
      [
        'There is no section “militry”. The nearest one is `military`.',
        'There is no tag “kuwat”. The nearest one is `kuwait`.',
        '“2021-02-30” does not exist in the calendar. Write a day and time that exist; months go from 01 to 12, hours from 00 to 23.',
        '`lead.image` is not a picture file beside the story. Name a .jpg,',
      ].join('\n'),
    ],
    [
      'a name unfit for an address',
      ['A', ...flags, '--slug', '../A'],
      '--slug “../A” cannot be used in an address.',
    ],
    [
      'a headline without Latin letters',
      ['习近平', ...flags],
      'No address can be made from this headline: give one with --slug.',
    ],
    ['a missing picture', ['A', ...flags, '--picture', 'no.png'], 'There is no file no.png.'],
    [
      'an unknown flag',
      ['A', ...flags, '--titel', 'A'],
      'There is no flag --titel. The nearest one is --tags.',
    ],
  ])('refuses %s, ends with 2 and makes nothing', async (_, words, said) => {
    const { code, stdout, stderr, CONTENT } = await make(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/\nAdd --help for usage\.\n$/);
    expect(existsSync(join(CONTENT, 'articles/2026'))).toBe(false);
  });

  it('ends with 1 when the vocabulary has problems', async () => {
    const { code, stderr } = await make(['A', ...flags], { 'tags.yaml': 'Kosovo: 1' });
    expect(code).toBe(1);
    expect(stderr).toContain('tags.yaml:1:1');
  });

  it('prints its usage', async () => {
    const { code, stdout, CONTENT } = await make(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^npm run new .*--picture FILE/s);
    expect(readdirSync(join(CONTENT, 'articles'))).toEqual(['2021']);
  });
});

describe('in a terminal', () => {
  /** A terminal at which somebody answers each question, known by its first word. */
  function terminal(answers: Record<string, string[]>) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    // Like a terminal, it stays open when a question is answered.
    output.end = () => output;
    let shown = '';
    output.on('data', (data: Buffer) => {
      shown += stripVTControlCharacters(data.toString());
      const [, question = ''] = /\? ([A-Z]\w+)[^?]*$/.exec(shown) ?? [];
      // What is typed before a question listens is lost.
      answers[question]?.forEach((keys, at) => setTimeout(() => input.write(keys), 30 * (at + 1)));
      delete answers[question];
    });
    return { input, output, shown: () => shown };
  }

  it('asks for what is not known, with the words of the vocabulary', async () => {
    const { vocabulary } = await read();
    const [enter, down] = ['\r', '\u001b[B'];
    const { shown, ...streams } = terminal({
      Headline: [`A headline${enter}`],
      Standfirst: [enter],
      Section: [down + enter],
      Tags: [` ${down}${down} ${enter}`],
      Authors: [enter],
      Dateline: [`PRISTINA${enter}`],
    });
    expect(await ask({}, vocabulary, streams)).toEqual({
      headline: 'A headline',
      standfirst: '',
      section: 'culture',
      tags: ['kosovo', 'ksf'],
      authors: ['anthony-barnett'],
      series: '',
      dateline: 'PRISTINA',
    });
    expect(shown()).toContain('Arts & Letters');
    expect(shown()).toContain('Security Force');
  });

  it('asks for the series where there are any, and it may be none', async () => {
    const { vocabulary } = await read({ 'series.yaml': 'army:\n  name: A new army\n' });
    const known = {
      ...{ headline: 'A', standfirst: '', section: 'culture', tags: ['ksf'] },
      ...{ authors: ['anthony-barnett'], dateline: 'C' },
    };
    const choose = async (keys: string) => {
      const { shown, ...streams } = terminal({ Series: [keys] });
      const { series } = await ask(known, vocabulary, streams);
      expect(shown()).toContain('A new army');
      return series;
    };
    expect(await choose('\r')).toBe('');
    expect(await choose('\u001b[B\r')).toBe('army');
  });

  it('asks for nothing that is known', async () => {
    const known = {
      headline: 'A',
      standfirst: 'B',
      section: 'culture',
      tags: ['ksf'],
      authors: ['anthony-barnett'],
      series: 'army',
      dateline: 'C',
    };
    expect(await ask(known, (await read()).vocabulary)).toEqual(known);
  });

  it('asks for a name until it fits an address', async () => {
    const { shown, ...streams } = terminal({ Name: ['A name\r', '\u0015a-name\r'] });
    expect(await askName(streams)).toBe('a-name');
    expect(shown()).toContain('Use lowercase letters a to z, digits and single hyphens.');
  });
});
