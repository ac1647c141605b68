import { readFileSync } from 'node:fs';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { setBody } from '../../../src/desk/body.ts';
import { readContent } from '../../../src/desk/desk.ts';
import { languageFor } from '../../../src/edition/language.ts';
import { nodesOf } from '../../../src/outputs/blocks/nodes.ts';
import type { StoryReport } from '../../../src/import/report.ts';
import { fillIn, importInto, storiesIn, storyText } from '../../imported.ts';
import { plain, sentencesOf, sourceFile, sources } from '../../sources.ts';
import { png } from '../content.ts';
import { importFresh } from './imported.ts';

const english = languageFor('en-US', 'UTC');

/** All words of the set text, the fields and the report. */
function landed(report: StoryReport): string {
  const text = storyText(report);
  const { body } = setBody(text.replace(/^---\n.*?\n---\n/s, ''));
  const nodes = nodesOf(
    { ...body, language: english, recordings: new Map() },
    'https://anh.example/story/',
    ({ alt, caption, credit }) => h('figure', `${alt} ${caption} ${credit}`),
  );
  const blocks = nodes.map((node) => (node.type === 'element' ? toString(node) : ''));
  const fields = /^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '';
  const told = [
    ...report.fields.flatMap(({ value, from }) => [value, from]),
    ...report.lost.flatMap((lost) => lost.text),
    ...report.notes,
  ];
  return plain([...blocks, fields, ...told].join('\n'));
}

describe.each(sources)('%s', (name) => {
  it('goes in, and the desk passes it once the report’s gaps are filled', async () => {
    const { content, reports, stories } = await importFresh([sourceFile(name)]);
    expect(reports.filter(({ kind }) => kind === 'failure')).toEqual([]);
    expect(stories.length).toBeGreaterThan(0);
    for (const story of stories) fillIn(story, png);
    const read = await readContent(content);
    expect(read.stories.filter(({ frontmatter }) => frontmatter.draft)).toHaveLength(
      stories.length,
    );
  });

  it('loses no sentence silently', async () => {
    const { reports, stories } = await importFresh([sourceFile(name)]);
    for (const story of stories) fillIn(story, png);
    const asides = reports.flatMap((report) => (report.kind === 'aside' ? report.lost : []));
    const all = [...stories.map(landed), plain(JSON.stringify(asides))].join(' ');
    const sentences = sentencesOf(name);
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.filter((sentence) => !all.includes(plain(sentence)))).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const { content, stories } = await importFresh([sourceFile(name)]);
    const before = stories.map(storyText);
    const log = readFileSync(`${content}/imports.lock`, 'utf8');
    const again = await importInto(content, [sourceFile(name)]);
    const told = storiesIn(again);
    expect(told.map(({ outcome }) => outcome)).toEqual(stories.map(() => 'unchanged'));
    expect(told.map(storyText)).toEqual(before);
    expect(readFileSync(`${content}/imports.lock`, 'utf8')).toBe(log);
  });
});
