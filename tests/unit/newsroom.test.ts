import { afterEach, expect, it } from 'vitest';
import { readNews } from '../../src/newsroom.ts';
import { contentFolder, idOf, png, story, storyFile, type Files } from './content.ts';

const { CONTENT, NEWSROOM_CLOCK, NEWSROOM_PREVIEW } = process.env;
const home = process.cwd();
afterEach(() => {
  process.chdir(home);
  for (const [name, value] of Object.entries({ CONTENT, NEWSROOM_CLOCK, NEWSROOM_PREVIEW }))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});

function news(files: Files, preview?: string) {
  process.env.CONTENT = contentFolder(files);
  process.env.NEWSROOM_CLOCK = '2026-11-23T12:00:00Z';
  delete process.env.NEWSROOM_PREVIEW;
  if (preview !== undefined) process.env.NEWSROOM_PREVIEW = preview;
  return readNews();
}

const files = {
  'articles/later.md': story({ id: idOf(1), published: '2026-11-23T12:00:01Z' }),
  'articles/draft.md': story({ id: idOf(2), draft: 'true' }),
};
const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();

it.each([undefined, '', 'off'])(
  'holds back what is not published, preview being %j',
  async (preview) => {
    const { edition } = await news(files, preview);
    expect(ids(edition.articles)).toEqual(['2021/03/troops']);
  },
);

it('holds back nothing from a preview', async () => {
  const { edition } = await news(files, 'on');
  expect(ids(edition.articles)).toEqual(['2021/03/troops', 'draft', 'later']);
});

it('refuses links that lead nowhere, and passes those to files that are served as they are', async () => {
  const text = '[a](/favicon.svg) [b](/nowhere/)';
  await expect(news({ [storyFile]: story({}, text) })).rejects.toThrow(
    /index\.md:11:19 The link \/nowhere\/ leads nowhere\.\n.*\n\n1 fault to mend\.$/,
  );
});

it('refuses pictures whose rights have run out, together with links that lead nowhere', async () => {
  const rights = '\n  a.png: { expires: 2026-11-23 }';
  const text = '[a](/nowhere/)\n\n![Two](a.png "Three. (AP)")';
  const files = { [storyFile]: story({ rights }, text), 'articles/2021/03/troops/a.png': png };
  await expect(news(files)).rejects.toThrow(
    /index\.md:10:21 The rights to [^]*index\.md:13:1 The link [^]*\n\n2 faults to mend\.$/,
  );
});

it('refuses links to a folder that is served, and passes those to the files in it', async () => {
  // A folder of the project has `public` in it, as this one has.
  process.chdir(contentFolder({ 'public/documents/2021/report.pdf': '%PDF' }));
  const text =
    '[a](/documents/2021/report.pdf) [b](/documents/2021/) [c](/documents/2021) [d](/documents/)';
  await expect(news({ [storyFile]: story({}, text) })).rejects.toThrow(
    /^(?:.*The link \/documents\/(?:2021\/?)? leads nowhere\.\n.*\n){3}\n3 faults to mend\.$/,
  );
});

it('refuses what the desk refuses', async () => {
  await expect(news({ [storyFile]: story({}, '<br>') })).rejects.toThrow(/Raw HTML/);
});
