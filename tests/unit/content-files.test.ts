import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/desk/desk.ts';
import type { ContentError } from '../../src/desk/problem.ts';
import { ImportLog } from '../../src/import/import-log.ts';
import { isLeftover } from '../../src/files/litter.ts';
import {
  contentFolder,
  idOf,
  page,
  png,
  read,
  refusals,
  refusalsOf,
  story,
  storyFile,
} from './content.ts';

const folder = dirname(storyFile);

describe('no content is', () => {
  it.each([
    'articles/.trash/2021/index.md',
    'articles/.stversions/troops~20210309.md',
    'articles/2021/03/troops/._index.md',
    'articles/2021/03/~troops/index.md',
    'articles/2021/03/troops/~$index.md',
    'articles/2021/03/#troops#/index.md',
    'articles/README.md',
    'articles/2021/README.md',
    'pages/README.md',
    'pages/._about.md',
    'authors/._anthony-barnett.yaml',
    'authors/.DS_Store',
    'articles/2021/03/Thumbs.db',
  ])('%s', async (name) => {
    const { stories, pages, vocabulary } = await read({ [name]: 'Not for readers' });
    expect([stories.length, pages.length, vocabulary.authors.size]).toEqual([1, 0, 1]);
  });

  it('a file that a file manager or an editor’s program left in public/, but hidden ones may be meant', () => {
    const left = [
      '.DS_Store',
      '._a.pdf',
      'Thumbs.db',
      'a.pdf~',
      '#a.txt#',
      '.#a.txt',
      '.a.txt.swp',
      '~$a.docx',
    ];
    const meant = ['.htaccess', '.nojekyll', 'security.txt', 'a.pdf', 'a~b.pdf', 'c#.txt'];
    expect([left, meant].map((names) => names.filter(isLeftover))).toEqual([left, []]);
  });

  it('another file without fields, with the reason why it is read', async () => {
    const [told] = await refusals({ 'articles/NOTES.md': 'To do: everything.' });
    expect(told?.[2]).toContain('Every .md file here is read, except README.md and hidden files.');
  });
});

describe('a symbolic link', () => {
  const outside = contentFolder();
  /** What is refused of the smallest content with a link in it, by its name to what it leads to. */
  async function refusedWith(link: string, target: string, text = story()) {
    const content = contentFolder({ [storyFile]: text });
    mkdirSync(dirname(join(content, link)), { recursive: true });
    symlinkSync(target, join(content, link));
    const told = await readContent(content).catch((error: unknown) => error as ContentError);
    const problems = 'problems' in told ? told.problems : [];
    return problems.map(({ file, summary }) => [relative(content, file), summary]);
  }
  const picture = story({}, '![A](a.png "B. (C)")');

  it.each([
    [
      'articles/2022',
      join(outside, 'articles'),
      'This folder is a symbolic link; stories are not read through symbolic links to folders.',
    ],
    [
      'articles/2022',
      '2021',
      'This folder is a symbolic link; stories are not read through symbolic links to folders.',
    ],
    [
      'articles/2022.md',
      join(outside, storyFile),
      'This symbolic link points outside the content folder.',
    ],
    ['articles/2022.md', 'nowhere.md', 'This symbolic link is broken.'],
    [
      'pages/about.md',
      join(outside, storyFile),
      'This symbolic link points outside the content folder.',
    ],
  ])('%s to %s is refused', async (link, target, summary) => {
    expect(await refusedWith(link, target)).toEqual([[link, summary]]);
  });

  it('to a folder without stories is none of the desk’s business', async () => {
    expect(await refusedWith('articles/shared', join(outside, 'authors'))).toEqual([]);
  });

  it('is no way for a picture or a recording from outside', async () => {
    const link = `${folder}/a.png`;
    const target = join(contentFolder({ 'a.png': png }), 'a.png');
    expect(await refusedWith(link, target, picture)).toEqual([
      [storyFile, 'The picture ./a.png is a symbolic link that points outside the content folder.'],
    ]);
    const film = story({}, ':::audio[A]{file="a.mp3" credit="B"}\nC.\n:::');
    expect(await refusedWith(`${folder}/a.mp3`, target, film)).toEqual([
      [storyFile, 'The file ./a.mp3 is a symbolic link that points outside the content folder.'],
    ]);
  });

  it('may lead to a picture within the content', async () => {
    const content = contentFolder({ [storyFile]: picture, 'articles/shared/b.png': png });
    symlinkSync('../../../shared/b.png', join(content, folder, 'a.png'));
    expect((await readContent(content)).stories[0]!.pictures).toHaveLength(1);
  });
});

describe('an unresolved merge is one problem', () => {
  const marks = '<<<<<<< HEAD\na: 1\n=======\nb: 2\n>>>>>>> other\n';
  const summary = 'This file has an unresolved merge conflict.';
  it.each([
    ['of a story’s fields', storyFile, story().replace('---\n', `---\n${marks}`), 2],
    ['of a story’s text', storyFile, story({}, marks), 11],
    ['of a page', 'pages/about.md', page({}, `One.\n\n${marks}`), 8],
    ['of the tags', 'tags.yaml', marks, 1],
    ['of an author', 'authors/anthony-barnett.yaml', marks, 1],
    ['of the publication', 'publication.yaml', marks, 1],
    ['of the import log', 'imports.lock', marks, 1],
    ['of which one mark is left', storyFile, story({}, 'One.\n\n>>>>>>> other'), 13],
    ['with Windows line ends', storyFile, story({}, marks).replaceAll('\n', '\r\n'), 11],
  ])('%s', async (_, file, text, line) => {
    const told = await refusals({ [file]: text });
    expect(told.map(([place, summary]) => [place, summary])).toEqual([
      [`${file}:${line}:1`, summary],
    ]);
    expect(told[0]![2]).toMatch(/^Resolve it:/);
  });

  it('of subtitles', async () => {
    const text = ':::video[A]{file="a.mp4" poster="a.png" captions="a.vtt" credit="B"}\nC.\n:::';
    const files = {
      'a.mp4': Buffer.from('\0\0\0\x18ftypisom'),
      'a.png': png,
      'a.vtt': `WEBVTT\n\n${marks}`,
    };
    const beside = Object.entries(files).map(([name, data]) => [`${folder}/${name}`, data]);
    const told = await refusalsOf({}, text, Object.fromEntries(beside) as Record<string, string>);
    expect(told.map(([place, said]) => [place, said])).toEqual([
      ['11:1', `In ./a.vtt, line 3: ${summary}`],
    ]);
  });

  it('stops an import before it writes', () => {
    expect(() => new ImportLog(contentFolder({ 'imports.lock': marks }))).toThrow(
      'Resolve it: keep',
    );
  });

  it('is not an arrow of a quotation, nor a heading over equals signs', async () => {
    const [told] = await refusalsOf({}, '> > > One.\n\nTwo\n=======');
    expect(told?.[1]).not.toContain('merge');
  });
});

describe('a file beside a text that is not there under that name', () => {
  const nfd = 'kosove\u0308.png';
  it.each([
    ['a.png', 'a.PNG', 'The nearest one is `a.PNG`. Case matters: write it exactly like that.'],
    [
      'kosov\u00EB.png',
      nfd,
      `The nearest one is \`${nfd}\`. It looks the same, but its accents are encoded differently (Unicode NFD and NFC): rename the file without accents, and write that name here.`,
    ],
    ['ceremny.jpg', 'ceremony.jpg', 'The nearest one is `ceremony.jpg`.'],
    ['ceremony.jpg', 'ceremony.png', 'The nearest one is `ceremony.png`.'],
    ['ceremony.jpg', 'b.png', 'Put the file beside the text, or correct its name here.'],
    ['ceremony.jpg', '._ceremony.jpg', 'Put the file beside the text, or correct its name here.'],
  ])('%s, but under %s, is explained', async (written, there, fix) => {
    const content = contentFolder({ [storyFile]: story({}, `![A](${written} "B. (C)")`) });
    writeFileSync(join(content, folder, there), png);
    const { problems } = (await readContent(content).catch(
      (error: unknown) => error as ContentError,
    )) as ContentError;
    expect(problems.map(({ summary, fix }) => [summary, fix])).toEqual([
      [`There is no picture ./${written}.`, fix],
    ]);
  });

  it('also where its rights are stated', async () => {
    const rights = `\n  ${nfd}: { syndicate: false }`;
    const content = contentFolder({
      [storyFile]: story({ id: idOf(1), rights }, '![A](kosov\u00EB.png "B. (C)")'),
    });
    writeFileSync(join(content, folder, 'kosov\u00EB.png'), png);
    const { problems } = (await readContent(content).catch(
      (error: unknown) => error,
    )) as ContentError;
    expect(problems[0]?.fix).toMatch(/It looks the same, but its accents/);
  });
});
