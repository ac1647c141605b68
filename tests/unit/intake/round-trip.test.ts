import { readdirSync, readFileSync } from 'node:fs';
import { toString } from 'hast-util-to-string';
import { describe, expect, it, vi } from 'vitest';
import { setBody } from '../../../src/desk/body.ts';
import { readContent } from '../../../src/desk/desk.ts';
import { decodeText } from '../../../src/intake/decode.ts';
import type { StoryReport } from '../../../src/intake/report.ts';
import { fillIn, fixture, importFresh, importInto, storyText } from './intake.ts';

vi.setConfig({ testTimeout: 60_000 });

const names = readdirSync(fixture('.')).filter((name) => name !== 'README.md');

/** Words only, so that marks and line ends do not count. */
const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** All sentences of a source that a reader of it would see. */
function sentencesOf(name: string): string[] {
  const bytes = readFileSync(fixture(name));
  const isLatin = bytes.toString('latin1').includes('windows-1252');
  const raw = isLatin ? new TextDecoder('windows-1252').decode(bytes) : decodeText(bytes).text;
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(strings)
        : [];
  const text = name.endsWith('.json') ? strings(JSON.parse(raw)).join('\n') : raw;
  return (
    text
      .replace(
        /<!--.*?-->|<script.*?<\/script>|<!\[CDATA\[|\]\]>|\[\/?(?:caption|embed)[^\]]*\]/gs,
        '\n',
      )
      .replace(/<\/?(?:strong|b|em|a|location)\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, '\n')
      .replaceAll('&amp;', '&')
      .replaceAll('&amp;', '&')
      .replaceAll('&#x2014;', '—')
      .split(/\n|—|--/)
      .flatMap((line) =>
        [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(line)].map(
          ({ segment }) => segment,
        ),
      )
      .map((sentence) => sentence.trim().replace(/^By /, ''))
      // The export's own title and times in another writing are no sentences of a story.
      .filter((sentence) => !/^The Lowport Example$|^\w{3}, \d\d|^\d{4}-\d\d-\d\d /.test(sentence))
      .filter((sentence) => sentence.split(/\s+/).length > 1)
  );
}

/** All words of the set text, the fields and the report. */
function landed(report: StoryReport): string {
  const text = storyText(report);
  const { body } = setBody(text.replace(/^---\n.*?\n---\n/s, ''));
  const blocks = body.blocks.map((block) =>
    block.type === 'figure'
      ? `${block.figure.alt} ${block.figure.caption} ${block.figure.credit}`
      : block.nodes.map((node) => (node.type === 'element' ? toString(node) : '')).join('\n'),
  );
  const fields = /^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '';
  const told = [
    ...report.fields.flatMap(({ value, from }) => [value, from]),
    ...report.lost.flatMap((lost) => lost.text),
  ];
  return plain([...blocks, fields, ...told].join('\n'));
}

describe.each(names)('%s', (name) => {
  it('goes in, and the desk passes it once the report’s gaps are filled', async () => {
    const { content, reports, stories } = await importFresh([fixture(name)]);
    expect(reports.filter(({ kind }) => kind === 'failure')).toEqual([]);
    expect(stories.length).toBeGreaterThan(0);
    stories.forEach(fillIn);
    const read = await readContent(content);
    expect(read.stories.filter(({ front }) => front.draft)).toHaveLength(stories.length);
  });

  it('loses no sentence silently', async () => {
    const { reports, stories } = await importFresh([fixture(name)]);
    stories.forEach(fillIn);
    const asides = reports.flatMap((report) => (report.kind === 'aside' ? report.lost : []));
    const all = [...stories.map(landed), plain(JSON.stringify(asides))].join(' ');
    const sentences = sentencesOf(name);
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.filter((sentence) => !all.includes(plain(sentence)))).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const { content, stories } = await importFresh([fixture(name)]);
    const before = stories.map(storyText);
    const ledger = readFileSync(`${content}/imports.lock`, 'utf8');
    const again = await importInto(content, [fixture(name)]);
    const told = again.filter((report) => report.kind === 'story');
    expect(told.map(({ outcome }) => outcome)).toEqual(stories.map(() => 'unchanged'));
    expect(told.map(storyText)).toEqual(before);
    expect(readFileSync(`${content}/imports.lock`, 'utf8')).toBe(ledger);
  });
});
