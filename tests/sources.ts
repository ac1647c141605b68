import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decodeText } from '../src/import/decode.ts';

const folder = join(import.meta.dirname, 'unit/import/fixtures');

/** The names of all files of copy from elsewhere, one or more for each format. */
export const sources = readdirSync(folder).sort();

/** Such a file, from the folder where the tests run. */
export const sourceFile = (name: string) => relative('', join(folder, name));

/** Words only, so that marks and line ends do not count; stands between spaces. */
export const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** All sentences of a source that a reader of it would see. */
export function sentencesOf(name: string): string[] {
  const bytes = readFileSync(sourceFile(name));
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
