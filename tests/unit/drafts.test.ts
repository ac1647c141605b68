import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/desk/desk.ts';
import { ContentError, type Problem } from '../../src/desk/problem.ts';
import { contentFolder, idOf, story, storyFile, type Fields, type Files } from './content.ts';

/** What stops a build of the smallest content folder with some files otherwise, and what is told of drafts. */
async function told(files: Files): Promise<{ errors: string[]; drafts: string[] }> {
  const folder = contentFolder(files);
  const home = `${relative('', folder)}/`;
  const say = ({ file, line, column, summary }: Problem) =>
    `${file}:${line}:${column} ${summary}`.replaceAll(home, '');
  const { problems, warnings } = await readContent(folder).then(
    (content) => ({ problems: [], ...content }),
    (error: unknown) => error as ContentError,
  );
  const inDrafts = warnings.filter(({ isInDraft }) => isInDraft);
  return { errors: problems.map(say), drafts: inDrafts.map(say) };
}

const draft = (fields: Fields = {}, text?: string) =>
  story({ id: idOf(1), published: '2021-04-01', draft: 'true', ...fields }, text);
const file = 'articles/2021/04/draft/index.md';
const conflict = (ours: string, theirs: string) =>
  `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;
const merge = 'This file has an unresolved merge conflict.';

describe('what is wrong in a draft stops nothing, and is reported as such', () => {
  it.each<[string, string | Uint8Array, string[]]>([
    [
      'a new story',
      draft({ standfirst: '' }, ''),
      ['1:1 There is no text.', '4:13 `standfirst` is empty.'],
    ],
    [
      'fields that are missing',
      draft({ section: undefined, tags: undefined }),
      ['2:1 `section` is missing.', '2:1 `tags` is missing.'],
    ],
    [
      'keys of no vocabulary',
      draft({ section: 'militry', authors: '[nobody]' }),
      ['5:10 There is no section “militry”.', '7:11 There is no author “nobody”.'],
    ],
    [
      'a picture that is missing',
      draft({}, '![A](a.png "B. (C)")'),
      ['12:1 There is no picture ./a.png.'],
    ],
    ['raw HTML', draft({}, 'One <b>'), ['12:5 Raw HTML is not allowed.']],
    [
      'no valid YAML',
      draft({ headline: 'Kuwait: the mission' }),
      ['3:11 This is not valid YAML: Nested mappings are not allowed in compact mappings.'],
    ],
    [
      'no end of its frontmatter',
      draft().replace(/---\n\n/, '\n'),
      ['1:1 The frontmatter is not closed.'],
    ],
    [
      'bytes that are no UTF-8',
      Buffer.from(draft({ headline: 'Café' }), 'latin1'),
      ['1:1 This file is not UTF-8 text.'],
    ],
    ['an unresolved merge in its text', draft({}, conflict('One.\n', 'Two.\n')), [`12:1 ${merge}`]],
  ])('%s', async (_, text, drafts) => {
    expect(await told({ [file]: text })).toEqual({
      errors: [],
      drafts: drafts.map((one) => `${file}:${one}`),
    });
    // Without the line it is like any other story.
    const published = Buffer.from(text).toString('latin1').replace('draft: true\n', '');
    const after = await told({ [file]: Buffer.from(published, 'latin1') });
    expect(after.drafts).toEqual([]);
    expect(after.errors).toHaveLength(drafts.length);
  });

  it.each<[string, string]>([
    [
      'the merge is about the draft itself',
      draft().replace('draft: true\n', conflict('draft: true\n', '')),
    ],
    [
      'it says so twice',
      draft({ headline: 'a: b' }).replace('draft: true', 'draft: true\ndraft: false'),
    ],
    ['it says so in another word', draft({ headline: 'a: b', draft: 'yes' })],
    ['it says so in its text only', `---\nid: x\n\ndraft: true\n`],
    ['nothing can be read', 'draft: true\n'],
    ['it is under embargo', draft({ standfirst: '', draft: undefined, published: '2099-01-01' })],
    ['it was taken down', draft({ standfirst: '', draft: undefined, expires: '2022-01-01' })],
  ])('but a story is refused when %s', async (_, text) => {
    const { errors, drafts } = await told({ [file]: text });
    expect(errors).not.toEqual([]);
    expect(drafts).toEqual([]);
  });

  it('and is reported after what stops a build', async () => {
    const files = { [file]: draft({ standfirst: '' }), [storyFile]: story({ section: 'x' }) };
    expect(await told(files)).toEqual({
      errors: [`${storyFile}:5:10 There is no section “x”.`],
      drafts: [`${file}:4:13 \`standfirst\` is empty.`],
    });
  });
});

describe('of two stories that want the same it is the draft that gives way', () => {
  const first = 'articles/2020/a-draft.md';
  const series = { 'series.yaml': 'army:\n  name: An Army\n' };
  const id = 'b082b392-279c-4638-81bd-00da3af204db';
  it.each<[string, Files, string]>([
    ['the id', { [first]: draft({ id }) }, '2:5 STORY has the same id.'],
    [
      'the id, of a draft with gaps',
      { [first]: draft({ id, standfirst: '' }) },
      '2:5 STORY has the same id.',
    ],
    [
      'the address',
      { 'articles/2020/troops.md': draft({ published: '2021-03-09' }) },
      '8:12 STORY has the same address.',
    ],
    [
      'an address of before',
      { [first]: draft({ formerly: '[/2021/03/09/troops/]' }) },
      '10:12 STORY has the same address.',
    ],
    ['the place', { 'articles/2021/03/troops.md': draft() }, '1:1 STORY has the same name.'],
    [
      'a part',
      {
        ...series,
        [first]: draft({ series: 'army', part: '1' }),
        [storyFile]: story({ series: 'army', part: '1' }),
      },
      '11:1 STORY is also part 1 of “army”.',
    ],
    [
      'no part',
      {
        ...series,
        [first]: draft({ series: 'army', part: '1' }),
        [storyFile]: story({ series: 'army' }),
      },
      '11:1 This story has a part number in “army”, but STORY has none.',
    ],
    [
      'a part, and has none',
      {
        ...series,
        [first]: draft({ series: 'army' }),
        [storyFile]: story({ series: 'army', part: '1' }),
      },
      '10:1 STORY has a part number in “army”, but this story has none.',
    ],
    [
      'a language',
      { [first]: draft({ translationOf: id, language: 'en-US' }) },
      '11:1 STORY is a version of the same story in the same language, en-US.',
    ],
    [
      'an original',
      { [first]: draft({ translationOf: idOf(9), language: 'sq' }) },
      `10:1 There is no story with the id ${idOf(9)}.`,
    ],
  ])('%s', async (_, files, expected) => {
    const { errors, drafts } = await told(files);
    expect(errors).toEqual([]);
    expect(drafts.some((one) => one.includes(expected.replace('STORY', storyFile)))).toBe(true);
  });

  it('a translation of a draft is not refused for what becomes of that', async () => {
    const files = (original: Fields) => ({
      [first]: draft(original),
      [storyFile]: story({ translationOf: idOf(1), language: 'sq' }),
    });
    for (const original of [
      {},
      { language: 'sq' },
      { translationOf: idOf(8) },
      { headline: 'a: b' },
    ])
      expect((await told(files(original))).errors).toEqual([]);
  });
});
