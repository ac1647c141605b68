import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyMemory } from '../../src/desk/stories.ts';
import { setProjectFolder } from '../../src/files/project.ts';
import { buildContext } from '../../src/site/build-context.ts';
import { readNews } from '../../src/site/news.ts';
import { contentFolder, idOf, png, story, storyFile, type Fields, type Files } from './content.ts';

const { CONTENT, NEWSROOM_CLOCK } = process.env;
afterEach(() => {
  setProjectFolder(process.cwd());
  delete buildContext.command;
  for (const [name, value] of Object.entries({ CONTENT, NEWSROOM_CLOCK }))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});

function news(files: Files, command?: typeof buildContext.command) {
  process.env.CONTENT = contentFolder(files);
  process.env.NEWSROOM_CLOCK = '2026-11-23T12:00:00Z';
  if (command) buildContext.command = command;
  return readNews(emptyMemory());
}

const files = {
  'articles/later.md': story({ id: idOf(1), published: '2026-11-23T12:00:01Z' }),
  'articles/draft.md': story({ id: idOf(2), draft: 'true' }),
};
const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();

it.each([undefined, 'build', 'preview', 'sync'] as const)(
  'holds back what is not published, Astro’s command being %j',
  async (command) => {
    const { edition } = await news(files, command);
    expect(ids(edition.stories)).toEqual(['2021/03/troops']);
  },
);

it('holds back nothing from a preview', async () => {
  const { edition } = await news(files, 'dev');
  expect(ids(edition.stories)).toEqual(['2021/03/troops', 'draft', 'later']);
});

it('refuses links that lead nowhere, and passes those to files that are served as they are', async () => {
  const text = '[a](/favicon.svg) [b](/nowhere/)';
  await expect(news({ [storyFile]: story({}, text) })).rejects.toThrow(
    /index\.md:11:19 The link \/nowhere\/ is broken\.\n.*\n\n1 problem to fix\.$/,
  );
});

it('refuses pictures whose rights have run out, together with links that lead nowhere', async () => {
  const rights = '\n  a.png: { expires: 2026-11-23 }';
  const text = '[a](/nowhere/)\n\n![Two](a.png "Three. (AP)")';
  const files = { [storyFile]: story({ rights }, text), 'articles/2021/03/troops/a.png': png };
  await expect(news(files)).rejects.toThrow(
    /index\.md:10:21 The rights to [^]*index\.md:13:1 The link [^]*\n\n2 problems to fix\.$/,
  );
});

it('refuses links to a folder that is served, and passes those to the files in it', async () => {
  // A folder of the project has `public` in it, as this one has.
  setProjectFolder(contentFolder({ 'public/documents/2021/report.pdf': '%PDF' }));
  const text =
    '[a](/documents/2021/report.pdf) [b](/documents/2021/) [c](/documents/2021) [d](/documents/)';
  await expect(news({ [storyFile]: story({}, text) })).rejects.toThrow(
    /^(?:.*The link \/documents\/(?:2021\/?)? is broken\.\n.*\n){3}\n3 problems to fix\.$/,
  );
});

it('refuses what the desk refuses', async () => {
  await expect(news({ [storyFile]: story({}, '<br>') })).rejects.toThrow(/Raw HTML/);
});

describe('a story under embargo, to which no editor sees when it comes out,', () => {
  const later = (published: string, fields: Fields = {}, text?: string) =>
    story({ id: idOf(1), published, ...fields }, text);
  const a = 'articles/2026/a/index.md';
  const rights = '\n  a.png: { expires: 2026-12-24 }';
  const picture = '![One](a.png "Two. (AP)")';
  const pictured = { 'articles/2026/a/a.png': png };

  it.each<[string, Files, RegExp]>([
    [
      'a link that leads nowhere',
      { [a]: later('2026-12-01', {}, '[a](/nowhere/)') },
      /11:1 The link/,
    ],
    [
      'a link to a story that comes out after it',
      {
        [a]: later('2026-12-01', {}, '[b](/2026/12/02/b/)'),
        'articles/b.md': story({ id: idOf(2), published: '2026-12-02' }),
      },
      /11:1 The link \/2026\/12\/02\/b\/ is broken/,
    ],
    [
      'a picture whose rights will have run out',
      { [a]: later('2026-12-31', { rights }, picture), ...pictured },
      /10:21 The rights to \.\/a\.png run out on .*, before the story is published\./,
    ],
  ])('is refused now for %s', async (_, files, problem) => {
    await expect(news(files)).rejects.toThrow(problem);
  });

  it('may link to what comes out before it or with it, and have pictures that last', async () => {
    const files = {
      [a]: later('2026-12-02', { rights }, `[b](/2026/12/02/b/) [c](/tags/kuwait/)\n\n${picture}`),
      'articles/b.md': story({ id: idOf(2), published: '2026-12-02', tags: '[kuwait]' }),
      ...pictured,
    };
    expect((await news(files)).warnings).toEqual([]);
  });

  it('is not refused for a draft, which is only warned of such links and rights', async () => {
    const rights = '\n  a.png: { expires: 2026-11-01 }';
    const fields = { draft: 'true', rights };
    const text = `[a](/nowhere/)\n\n${picture}`;
    const { warnings } = await news({ [a]: later('2026-12-01', fields, text), ...pictured });
    expect(warnings.map(({ line, isInDraft }) => [line, isInDraft])).toEqual([
      [11, true],
      [14, true],
    ]);
  });
});

it('refuses a draft that readers know', async () => {
  const files = {
    [storyFile]: story({ draft: 'true', standfirst: '' }),
    'addresses.lock': '/2021/03/09/troops/ b082b392-279c-4638-81bd-00da3af204db\n',
  };
  await expect(news(files)).rejects.toThrow(/as a draft it would disappear[^]*1 problem to fix/);
});

describe('a preview', () => {
  const broken: Files = {
    [storyFile]: story({ section: 'militry', standfirst: '' }, '[a](/nowhere/)'),
    'articles/2021/04/new/index.md': story({ id: idOf(1), draft: 'true', headline: '' }, ''),
    'articles/half.md': '---\nheadline: Half a story\nstandf',
    'pages/about.md': 'No fields.',
  };

  it('shows whatever is there, with what is wrong', async () => {
    const { edition } = await news(broken, 'dev');
    const shown = edition.stories.map(({ frontmatter, path }) => `${path} ${frontmatter.headline}`);
    expect(shown).toEqual([
      '/2021/03/09/troops/ Kosovo sends troops to Kuwait',
      '/2021/03/09/new/ (no headline yet)',
      '/2000/01/01/half/ Half a story',
    ]);
    expect(edition.pages.map(({ frontmatter }) => frontmatter.title)).toEqual(['(no title yet)']);
    expect(edition.problems!.map(({ summary }) => summary)).toEqual([
      '`standfirst` is empty.',
      'There is no section “militry”.',
      'The link /nowhere/ is broken.',
      'There is no text.',
      '`headline` is empty.',
      'The frontmatter is not closed.',
      'This file does not begin with frontmatter.',
    ]);
  });

  it.each<[string, Files]>([
    ['publication.yaml', { 'publication.yaml': 'name: [' }],
    ['sections.yaml', { 'sections.yaml': 'x' }],
    ['tags.yaml, which is missing', { 'tags.yaml': undefined }],
    ['an author', { 'authors/anthony-barnett.yaml': 'nam: Anthony\n' }],
    ['addresses.lock', { 'addresses.lock': '<<<<<<< HEAD\n' }],
  ])('goes on where something is wrong in %s', async (_, files) => {
    const { edition } = await news({ ...files, ...broken }, 'dev');
    expect(edition.stories).toHaveLength(3);
    expect(edition.problems!.length).toBeGreaterThan(5);
  });
});

it('goes without the example story, once it is deleted as docs/getting-started.md says', async () => {
  const content = join(contentFolder(), 'copy');
  cpSync('content', content, { recursive: true });
  rmSync(join(content, 'articles/2021'), { recursive: true });
  process.env.CONTENT = content;
  process.env.NEWSROOM_CLOCK = '2026-11-23T12:00:00Z';
  await expect(readNews()).rejects.toThrow(
    /addresses\.lock:3:1 The story published at .* is missing[^]*Delete this line only if no reader[^]*1 problem/,
  );
  writeFileSync(join(content, 'addresses.lock'), '');
  expect((await readNews()).edition.stories).toEqual([]);
});
