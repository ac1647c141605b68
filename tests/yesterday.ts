import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { write } from './generate.ts';

/** The clock of the build before: some stories of the fixture are not due then. */
export const yesterday = '2026-11-21T00:00:00Z';

/** What an editor has done since, kind by kind: where, and what stood there. */
const edits: Record<string, [file: string, now: string | RegExp, before: string]> = {
  text: ['articles/1996/01/story-10/index.md', /\n\n[A-Z].*\n$/, '\n\nAn earlier ending.\n'],
  headline: [
    'articles/1996/01/story-13/index.md',
    'headline: "Story 13: ',
    'headline: "Report 13: ',
  ],
  standfirst: ['articles/1996/02/story-25/index.md', 'standfirst: ', 'standfirst: Once '],
  topic: ['tags.yaml', 'zqtag3nameqz', 'zqtag3qz'],
  author: ['authors/slush-2.yaml', 'zqauthor2nameqz', 'zqauthor2qz'],
  correction: [
    'articles/2026/11/corrected/index.md',
    '  - { date: 2026-11-12 09:00, kind: clarification, text: The second number is a guess. }\n',
    '',
  ],
  update: ['articles/2026/11/corrected/index.md', 'Adds the answer', 'Adds an answer'],
  map: ['articles/2026/11/mapped/index.md', 'countries: [Chile]', 'countries: [Chile, Peru]'],
  caption: ['articles/2026/11/wide/index.md', 'The colour of wide', 'A colour of wide'],
  warning: ['articles/2026/11/covered/index.md', 'Shows another one', 'Shows one more'],
  address: ['articles/2026/11/corrected/index.md', '/2026/11/08/an-earlier-name/, ', ''],
  part: ['articles/2026/11/lake-two/index.md', 'part: 2', 'part: 5'],
  version: ['articles/2026/11/sent-sr/index.md', /^translationOf: .*\n/m, ''],
  page: ['pages/about.md', /\n$/, '\nOne more line.\n'],
};

/** A story that was published yesterday and is gone from the content, and two that were not there. */
const removed = 'articles/2026/11/removed';
const added = ['articles/1996/02/story-30', 'articles/2026/11/lake-ferry'];

/** A picture of other bytes under the same name, of the same size. */
const repainted = 'articles/slush/slush-4/[x](y)zq4picture0qz.png';

/** Other words of the same length in a recording. */
const spokenAgain = 'articles/2026/11/blocks/talk.mp3';

/**
 * Makes a content folder what it was a day before, in every way in which editors change one.
 * @returns makes it what it is again; to the byte, so that only what was made of it can differ
 */
export async function turnBack(folder: string): Promise<() => void> {
  const path = (name: string) => join(folder, name);
  const kept = `${folder}-kept`;
  rmSync(kept, { recursive: true, force: true });
  const touched = [
    ...new Set(Object.values(edits).map(([file]) => file)),
    repainted,
    spokenAgain,
    ...added,
  ];
  for (const name of touched) cpSync(path(name), join(kept, name), { recursive: true });
  for (const [kind, [file, now, before]] of Object.entries(edits)) {
    const text = readFileSync(path(file), 'utf8');
    const changed = text.replace(now, before);
    if (changed === text) throw new Error(`${file} has no “${String(now)}” for ${kind}.`);
    writeFileSync(path(file), changed);
  }
  writeFileSync(path(repainted), await sharp(path(repainted)).negate().png().toBuffer());
  const spoken = readFileSync(path(spokenAgain));
  writeFileSync(path(spokenAgain), spoken.fill(1, spoken.length - 1));
  for (const name of added) rmSync(path(name), { recursive: true });
  const story = readFileSync(path('articles/2026/11/wide/index.md'), 'utf8');
  write(
    path(`${removed}/index.md`),
    story
      .replace(/^id: .*$/m, 'id: 7c1d4fd0-5c9b-4c7e-8f37-1d2b8f9f6a01')
      .replaceAll('wide.jpg', '../wide/wide.jpg'),
  );
  return () => {
    rmSync(path(removed), { recursive: true });
    // An editor who takes a story away for good takes its line out too.
    const lock = path('addresses.lock');
    if (existsSync(lock))
      writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\/.*\/removed\/ .*\n/m, ''));
    for (const name of touched) cpSync(join(kept, name), path(name), { recursive: true });
  };
}
