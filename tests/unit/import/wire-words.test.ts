import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../src/import/press-words.ts';
import { importInto, storiesIn } from '../../imported.ts';
import { contentFolder } from '../content.ts';
import { written } from './imported.ts';
import { plainCopies } from './plain-copies.ts';
import { newsMlMessage, ninjsList } from './wire-copies.ts';
import { keptOf, lostIn, wordsMissing } from './words-kept.ts';

/** What of a copy is neither in a draft nor in the report. */
async function missingFrom(text: string, says: string): Promise<string[]> {
  const content = contentFolder();
  const reports = await importInto(content, [written(content, 'copy', text)]);
  expect(reports.filter(({ kind }) => kind === 'failure')).toEqual([]);
  const asides = reports.filter(({ kind }) => kind === 'aside').flatMap(lostIn);
  const kept = [...storiesIn(reports).map(keptOf), ...asides].join('\n');
  return wordsMissing(says, kept);
}

describe('every word and number is in the draft or in the report', () => {
  it.each([
    ['NewsML-G2 with NITF', newsMlMessage(8)],
    ['ninjs', ninjsList(8)],
  ])('of %s', async (_, { text, says }) => {
    expect(await missingFrom(text, says)).toEqual([]);
  });

  it.each(Object.entries(plainCopies))('of plain text in %s', async (_, text) => {
    // Words that only mark a line, such as Von and Foto, are said by the field that it becomes.
    const marks = ['by', 'about', 'and'].flatMap((kind) => [
      ...formsOf(kind as Parameters<typeof formsOf>[0]).keys(),
    ]);
    const words = new Set(marks.flatMap((mark) => mark.split(' ')));
    const missing = await missingFrom(text, text);
    expect(missing.filter((word) => !words.has(word.replace(/ \(.*$/, '')))).toEqual([]);
  });
});
