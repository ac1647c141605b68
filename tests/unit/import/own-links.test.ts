import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importInto, storiesIn, storyText } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { ghostExport } from './ghost-export.ts';
import { written } from './imported.ts';
import { wordPressExport } from './wordpress-export.ts';

/** The text of each story after the frontmatter, by the last part of its address. */
async function texts(content: string, name: string, text: string, order = {}) {
  const reports = await importInto(content, [written(content, name, text)], order);
  const bodies = storiesIn(reports).map((story) => {
    const body = storyText(story)
      .replace(/^---\n.*?\n---\n\n/s, '')
      .trim();
    return [dirname(story.path).split('/').at(-1)!, { ...story, body }] as const;
  });
  return new Map(bodies);
}

const old = 'https://harbour.example';

describe('links to the newsroom’s own stories', () => {
  const meta = { _wp_old_slug: 'high-water' };
  const flood = { id: 2, name: 'flood', title: 'Flood', content: 'It rose.', meta };

  it.each([
    [`${old}/2021/03/flood/`, '/2021/03/09/flood/'],
    ['/2021/03/flood', '/2021/03/09/flood/'],
    ['http://www.harbour.example/2021/03/flood/?utm_source=mail', '/2021/03/09/flood/'],
    [`${old}/?p=2`, '/2021/03/09/flood/'],
    // By a name that it had before.
    [`${old}/2021/03/high-water/`, '/2021/03/09/flood/'],
    [`${old}/2021/03/flood/#more-2`, '/2021/03/09/flood/'],
    [`${old}/tag/flood/`, `${old}/tag/flood/`],
    ['https://other.example/2021/03/flood/', 'https://other.example/2021/03/flood/'],
    [`${old}/2021/03/next/`, `${old}/2021/03/next/`],
  ])('%s lead to %s', async (href, here) => {
    const found = await texts(
      contentFolder(),
      'wordpress.xml',
      wordPressExport([
        { id: 1, name: 'storm', content: `See <a href="${href}">it</a>.` },
        flood,
        // Without a day it has no address yet.
        { id: 3, name: 'next', status: 'draft' },
      ]),
    );
    expect(found.get('storm')?.body).toBe(`See [it](${here}).`);
  });

  it('find a story that got a number, and one of an import before', async () => {
    const content = contentFolder();
    await texts(
      content,
      'a.xml',
      wordPressExport([{ ...flood, link: `${old}/2021/03/09/water/` }]),
    );
    const found = await texts(
      content,
      'b.xml',
      wordPressExport([
        { id: 5, name: 'flood', link: `${old}/news/flood/`, content: 'Again.' },
        {
          id: 6,
          name: 'storm',
          content: `<a href="${old}/news/flood/">One</a>, <a href="${old}/2021/03/09/water/">two</a>`,
        },
      ]),
    );
    expect(found.get('storm')?.body).toBe('[One](/2021/03/09/flood-2/), [two](/2021/03/09/flood/)');
  });

  it('are the same when the same copy is imported again', async () => {
    const content = contentFolder();
    const text = wordPressExport([
      { id: 1, name: 'storm', content: `<a href="${old}/?p=2">it</a>` },
      flood,
    ]);
    await texts(content, 'a.xml', text);
    const again = await texts(content, 'a.xml', text);
    expect([...again.values()].map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  });

  it('are found in a copy that leaves its site out; what leads nowhere is told', async () => {
    const html =
      '<p><a href="__GHOST_URL__/flood/">One</a>, <a href="__GHOST_URL__/about/">two</a>, <a href="__GHOST_URL__/content/files/a.pdf">three</a></p>';
    const found = await texts(
      contentFolder(),
      'ghost.json',
      ghostExport({
        posts: [
          { slug: 'storm', html },
          { slug: 'flood', uuid: null },
        ],
      }),
    );
    expect(found.get('storm')?.body).toBe('[One](/2021/03/09/flood/), two, three');
    const lost = found.get('storm')!.lost.filter(({ what }) => /link/.test(what));
    expect(lost.map(({ text }) => text)).toEqual(['/about/', '/content/files/a.pdf']);
  });
});

describe('the newsroom’s own files', () => {
  it('come along with the pictures, and those of others do not', async () => {
    const content = contentFolder();
    mkdirSync(join(content, 'content/files'), { recursive: true });
    writeFileSync(join(content, 'content/files/The Plan (1).pdf'), '%PDF-1.7 plan');
    writeFileSync(join(content, 'content/files/gone.pdf'), '<!DOCTYPE html><p>Not found');
    const html =
      '<p><a href="__GHOST_URL__/content/files/The%20Plan%20(1).pdf">Plan</a>, <a href="__GHOST_URL__/content/files/gone.pdf">gone</a>, <a href="https://other.example/b.pdf">other</a></p><audio src="__GHOST_URL__/content/files/talk.mp3" title="Talk"></audio>';
    const text = ghostExport({ posts: [{ slug: 'storm', html }] });
    const story = (await texts(content, 'ghost.json', text, { withPictures: true })).get('storm');
    expect(story?.body).toBe(
      '[Plan](/files/storm/the-plan-1.pdf), [gone](/files/storm/gone.pdf), [other](https://other.example/b.pdf)\n\n[Talk](/files/storm/talk.mp3)',
    );
    expect(story?.files.map(({ state }) => state)).toEqual([
      'saved as public/files/storm/the-plan-1.pdf',
      'missing: it is a web page; save it as public/files/storm/gone.pdf',
      'missing: there is no file at its address; save it as public/files/storm/talk.mp3',
    ]);
    const kept = readFileSync(join(content, 'public/files/storm/the-plan-1.pdf'), 'utf8');
    expect(kept).toBe('%PDF-1.7 plan');
    expect(existsSync(join(content, 'public/files/storm/gone.pdf'))).toBe(false);
  });
});
