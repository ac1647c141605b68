import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/desk/desk.ts';
import { idFor } from '../../../src/intake/identity.ts';
import { importInto, storiesIn, storyText } from '../../imported.ts';
import { contentFolder, idOf, story, type Files } from '../content.ts';
import { written } from './intake.ts';

/** An item of a feed whose story was at an address until now; its day here is March 9, 2021. */
const item = (mark: string, link: string, date?: string, title = 'Boats sail') =>
  `<item><guid>${mark}</guid><title>${title}</title><link>${link}</link><pubDate>${date ?? 'Mon, 08 Mar 2021 23:30:00 GMT'}</pubDate><category>Kosovo</category><creator>Anthony Barnett</creator><description>They sail.</description></item>`;

/** Imports a feed of such items. */
async function bring(items: string[], content = contentFolder()) {
  const feed = `<rss version="2.0"><channel>${items.join('')}</channel></rss>`;
  const order = { wishes: { section: 'military' } };
  const reports = await importInto(content, [written(content, 'feed.xml', feed)], order);
  return { content, stories: storiesIn(reports) };
}

/** Where the story of such an item says that it was formerly, and what the report says is lost. */
async function kept(link: string, files: Files = {}, date?: string) {
  const { stories } = await bring([item('a', link, date)], contentFolder(files));
  const former = /^formerly: .*$/m.exec(storyText(stories[0]!))?.[0];
  return [former, ...stories[0]!.lost.map(({ what, text }) => `${what}: ${text}`)];
}

const lost = (link: string) => [undefined, `its address until now: ${link}`];

describe('the address of a story until now', () => {
  it('leads to the story when it has the form of one here', async () => {
    const link = 'https://old.example/2021/03/08/boats-sail/';
    const { content, stories } = await bring([item('a', link)]);
    expect(storyText(stories[0]!)).toContain('\nformerly: [/2021/03/08/boats-sail/]\n');
    expect(stories[0]!.fields).toContainEqual({
      field: 'formerly',
      how: 'taken',
      value: '/2021/03/08/boats-sail/',
      from: link,
    });
    expect(stories[0]!.lost).toEqual([]);
    const read = await readContent(content);
    expect(read.stories.map(({ path }) => path)).toContain('/2021/03/09/boats-sail/');
  });

  it.each([
    ['its address here', 'https://old.example/2021/03/09/boats-sail/'],
    ['another form', 'https://old.example/2021/03/boats-sail/'],
    ['another form of a name', 'https://old.example/2021/03/08/Boats/'],
    ['more than a path', 'https://old.example/2021/03/08/boats/?p=1'],
    ['no address', '/2021/03/08/boats/'],
  ])('is told as lost when it is %s', async (_, link) => {
    expect(await kept(link)).toEqual(lost(link));
  });

  it('is told as lost when nobody knows where the story will be', async () => {
    const link = 'https://old.example/2021/03/08/boats/';
    expect(await kept(link, {}, 'soon')).toEqual(lost(link));
  });

  it('is told as lost when it is that of another story', async () => {
    const link = 'https://old.example/2021/03/09/troops/';
    expect(await kept(link)).toEqual(lost(link));
    const other = 'https://old.example/2021/03/08/troops/';
    const formerly = '\n  - /2021/03/08/troops/';
    const moved = { 'articles/moved.md': story({ id: idOf(1), formerly }) };
    expect(await kept(other, moved)).toEqual(lost(other));
    const night = { 'articles/a/boats.md': story({ id: idOf(1), published: '2021-03-07T23:30Z' }) };
    const boats = 'https://old.example/2021/03/08/boats/';
    expect(await kept(boats, night)).toEqual(lost(boats));
    const lock = (id: string) => ({ 'addresses.lock': `/2021/03/08/boats/ ${id}\n` });
    expect(await kept(boats, lock(idOf(1)))).toEqual(lost(boats));
    expect(await kept(boats, lock(idFor('a', 'feed.xml')))).toEqual([
      'formerly: [/2021/03/08/boats/]',
    ]);
  });

  it('is one story’s only, and stays it', async () => {
    const link = 'https://old.example/2021/03/08/ferry/';
    const before = 'Sun, 07 Mar 2021 23:30:00 GMT';
    const items = [item('a', link), item('b', link), item('c', 'x', before, 'Ferry')];
    const { content, stories } = await bring(items);
    const texts = stories.map(storyText);
    expect(texts.map((text) => text.includes('formerly:'))).toEqual([true, false, false]);
    expect((await readContent(content)).stories.map(({ path }) => path)).toEqual([
      '/2021/03/09/troops/',
      '/2021/03/09/boats-sail-2/',
      '/2021/03/09/boats-sail/',
      '/2021/03/08/ferry-2/',
    ]);
    const ledger = readFileSync(`${content}/imports.lock`, 'utf8');
    const again = await bring(items.toReversed(), content);
    expect(again.stories.map(({ outcome }) => outcome)).toEqual(Array(3).fill('unchanged'));
    expect(again.stories.map(storyText)).toEqual(texts.toReversed());
    expect(readFileSync(`${content}/imports.lock`, 'utf8')).toBe(ledger);
  });
});
