import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentDigest, idFor, slugFor } from '../../../src/import/identity.ts';
import { emptyStory } from '../../../src/import/imported-story.ts';
import { importInto, storyText } from '../../imported.ts';
import { sourceFile } from '../../sources.ts';
import { contentFolder, idOf } from '../content.ts';
import { importFresh, written } from './imported.ts';

const feed = (guid: string, title: string, text: string) =>
  `<rss version="2.0"><channel><item><guid>${guid}</guid><title>${title}</title><pubDate>Tue, 09 Mar 2021 10:00:00 GMT</pubDate><description>${text}</description></item></channel></rss>`;

/** Imports a feed of one story and tells what became of it. */
async function once(content: string, text: string) {
  const [report] = await importInto(content, [written(content, 'feed.xml', text)]);
  if (report?.kind !== 'story') throw new Error(JSON.stringify(report));
  return report;
}

describe('the same story again', () => {
  it('is made anew when its source changed it and no editor has', async () => {
    const content = contentFolder();
    const first = await once(content, feed('a', 'One boat', 'It sails.'));
    const second = await once(content, feed('a', 'Two boats', 'They sail.'));
    expect([first.outcome, second.outcome, second.why]).toEqual([
      'new',
      'updated',
      'not edited since',
    ]);
    expect(second.path).toBe(first.path);
    expect(storyText(second)).toContain('They sail.');
    expect((await once(content, feed('a', 'Two boats', 'They sail.'))).outcome).toBe('unchanged');
  });

  it('is left alone when an editor has changed it', async () => {
    const content = contentFolder();
    const first = await once(content, feed('a', 'One boat', 'It sails.'));
    writeFileSync(first.path, storyText(first).replace('It sails.', 'It sails at night.'));
    const second = await once(content, feed('a', 'Two boats', 'They sail.'));
    expect([second.outcome, second.why]).toEqual(['left alone', 'edited since']);
    expect(storyText(second)).toContain('It sails at night.');
  });

  it('is left alone when its log is gone', async () => {
    const content = contentFolder();
    const first = await once(content, feed('a', 'One boat', 'It sails.'));
    rmSync(join(content, 'imports.lock'));
    expect((await once(content, feed('a', 'Two boats', 'They sail.'))).outcome).toBe('left alone');
    expect(storyText(first)).toContain('It sails.');
  });

  it('is left alone when an editor has moved it, or taken it away', async () => {
    const content = contentFolder();
    const first = await once(content, feed('a', 'One boat', 'It sails.'));
    renameSync(dirname(first.path), join(dirname(dirname(first.path)), 'a-boat'));
    const moved = await once(content, feed('a', 'One boat', 'It sails.'));
    expect([moved.outcome, moved.why]).toEqual([
      'left alone',
      'moved to articles/2021/03/a-boat/index.md since',
    ]);
    rmSync(join(content, 'articles/2021/03/a-boat'), { recursive: true });
    const gone = await once(content, feed('a', 'One boat', 'It sails.'));
    expect([gone.outcome, gone.why]).toEqual([
      'left alone',
      'deleted since; to import it again, delete its line in imports.lock',
    ]);
  });

  it('is found by the log even with lines that were not written by it', async () => {
    const content = contentFolder();
    written(
      content,
      'imports.lock',
      `nonsense\n${idFor('a', 'feed.xml')} ${'0'.repeat(32)} articles/../../../etc/x\n`,
    );
    expect((await once(content, feed('a', 'One boat', 'It sails.'))).outcome).toBe('new');
    expect(readFileSync(join(content, 'imports.lock'), 'utf8')).toMatch(
      new RegExp(`^${idFor('a', 'feed.xml')} [0-9a-f]{32} articles/2021/03/one-boat/index.md\n$`),
    );
  });
});

describe('another story of the same name', () => {
  it('gets a number', async () => {
    const content = contentFolder();
    const paths = [];
    for (const guid of ['a', 'b', 'c'])
      paths.push((await once(content, feed(guid, 'Troops', 'It sails.'))).path);
    expect(paths.map((path) => path.split('/').at(-2))).toEqual([
      'troops-2',
      'troops-3',
      'troops-4',
    ]);
  });

  it('gets a number when readers found the other one at its address', async () => {
    const lock = `/2021/03/09/flood/ ${idOf(1)}\n/2021/03/09/storm/ ${idFor('a', 'feed.xml')}\n`;
    const content = contentFolder({ 'addresses.lock': lock });
    expect((await once(content, feed('b', 'Flood', 'It rose.'))).path).toMatch(/\/flood-2\/index/);
    // The story itself, of which all but its address is gone, has its name again.
    expect((await once(content, feed('a', 'Storm', 'It blew.'))).path).toMatch(/\/storm\/index/);
  });
});

describe('a folder of one’s own', () => {
  it('takes the stories', async () => {
    const { content } = await importFresh([sourceFile('atom.xml')], { into: 'wire/today' });
    expect(existsSync(join(content, 'articles/wire/today/bridge-opens-again/index.md'))).toBe(true);
  });

  it.each(['../pages', 'a/../../..'])('must be within articles/: %s', async (into) => {
    const { reports } = await importFresh([sourceFile('atom.xml')], { into });
    expect(reports).toMatchObject([
      { kind: 'failure', fix: 'Name a folder in articles/, such as --into 2021/03.' },
    ]);
  });
});

describe('ids and names', () => {
  it('keeps a UUID and makes one of anything else, always the same', () => {
    expect(idFor('urn:uuid:1225C695-cfb8-4ebb-aaaa-80da344efa6a')).toBe(
      '1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    );
    expect(idFor('urn:a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(idFor('urn:a')).toBe(idFor('urn:a'));
    expect(idFor('urn:a')).not.toBe(idFor('urn:b'));
  });

  it('depends on the content of a story without an id, not on the messages about it', () => {
    const story = { ...emptyStory(''), headline: { value: 'Boats', how: 'taken' as const } };
    const lost = [{ what: 'one name', text: 'Words' }];
    const said = { ...story, lost, notes: ['One note.'], held: 'One reason.' };
    const otherwise = { ...said, lost: [{ what: 'another name', text: 'Words' }], notes: [] };
    expect(contentDigest(said)).toBe(contentDigest({ ...otherwise, held: 'Another reason.' }));
    expect(contentDigest(said)).not.toBe(contentDigest(story));
    // The id of such a story in every import so far.
    expect(contentDigest(story)).toMatch(/^d9207b5db9e17512/);
  });

  it.each([
    [
      'Kosovo sends troops to Kuwait on 1st peacekeeping mission; KSF to operate',
      'kosovo-sends-troops-to-kuwait-on-1st-peacekeeping-mission',
    ],
    ['Übergrößenträger & Co.', 'uebergroessentraeger-and-co'],
    ['../../etc/passwd', 'etc-passwd'],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('%s', (headline, slug) => expect(slugFor(headline, 'en-US', 'm')).toBe(slug));

  it('falls back on the source id where no letter is valid in an address', () => {
    expect(slugFor('平和維持部隊', 'en-US', 'm')).toMatch(/^story-[0-9a-f]{8}$/);
    expect(slugFor('', 'en-US', 'm')).toBe(slugFor('🎉', 'en-US', 'm'));
  });
});
