import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// node tests/generate.ts COUNT FOLDER: the real vocabulary with COUNT made-up stories of 600 words.

const sections = ['military', 'science-technology'];
const tags = ['kosovo', 'kuwait', 'peacekeeping', 'troops', 'mission'];
const words =
  'the council river bridge report says that two years after its first vote a plan for new schools and roads will be read again on Friday while farmers from the north ask who is to pay for water in a dry summer and what the ministry knew'.split(
    ' ',
  );

/** Numbers from 0 to 1 that are the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed + 0x9e3779b9;
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A UUID that is always the same for a name. */
export function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-9$4-$5');
}

/**
 * The text of a made-up story, from its number, with the path of its folder.
 * @param perDay stories a day, from 1996 on; at ten a day 100,000 are in the past
 */
export function makeStory(number: number, perDay = 10): { path: string; text: string } {
  const random = numbersFrom(number);
  const pick = <Item>(list: Item[]) => list[Math.floor(random() * list.length)]!;
  const sentence = (length: number) => {
    const [first = '', ...rest] = Array.from({ length }, () => pick(words));
    return `${first[0]!.toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`;
  };
  const published = new Date(Date.UTC(1996, 0, 1) + Math.floor(number / perDay) * 86_400_000);
  const day = published.toISOString().slice(0, 10);
  const headline = `Story ${number}: ${sentence(11).slice(0, -1)}`;
  const paragraphs = Array.from({ length: 12 }, () => `${sentence(24)} ${sentence(26)}`);
  paragraphs.splice(6, 0, `## ${sentence(4).slice(0, -1)}`);
  return {
    path: `articles/${day.slice(0, 7).replace('-', '/')}/story-${number}`,
    text: `---
id: ${uuid(`story-${number}`)}
headline: "${headline}"
standfirst: ${sentence(20)}
section: ${pick(sections)}
tags: [${[...new Set([pick(tags), pick(tags)])].join(', ')}]
authors: [anthony-barnett]
dateline: PRISTINA, Kosovo
published: ${day}
---

${paragraphs.join('\n\n')}
`,
  };
}

/** Writes a file and the folders above it. */
export function write(file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes a content folder with the real vocabulary and pages and made-up stories. */
export function writeContent(folder: string, count: number, perDay = 10): void {
  for (const part of ['publication.yaml', 'sections.yaml', 'tags.yaml', 'authors', 'pages'])
    cpSync(join('content', part), join(folder, part), { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    const { path, text } = makeStory(number, perDay);
    write(join(folder, path, 'index.md'), text);
  }
}

if (import.meta.main) writeContent(process.argv[3]!, Number(process.argv[2]));
