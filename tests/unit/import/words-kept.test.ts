import { expect, it } from 'vitest';
import { sentencesOf, sourceFile, sources } from '../../sources.ts';
import { importFresh } from './imported.ts';
import { keptOf, lostIn, wordsMissing } from './words-kept.ts';

it.each([
  ['a word', 'The ferry sank.', 'The sank.', ['ferry (0 of 1)']],
  ['one of two', 'The ferry and the ferry.', 'The ferry and the.', ['ferry (1 of 2)']],
  ['a raised number', '10 6 kg', '106 kg', ['10 (0 of 1)', '6 (0 of 1)']],
  ['nothing of a raised number', '10 6 kg', '10⁶ kg', []],
  ['a number’s points', '1,234.5 on 10.6.', '12345 on 106', ['1,234.5 (0 of 1)', '10.6 (0 of 1)']],
  ['a fraction', '3½', '3', ['½ (0 of 1)']],
])('misses %s', (_, source, kept, missing) => {
  expect(wordsMissing(source, kept)).toEqual(missing);
});

/** Sources that say something twice, a headline or a text in two forms, of which one is kept. */
const twice = ['copied-story.txt', 'ghost.json', 'newsml-nitf.xml'];

it.each(sources.filter((name) => !twice.includes(name)))(
  'keeps every word and number of %s',
  async (name) => {
    const { reports, stories } = await importFresh([sourceFile(name)]);
    const asides = reports.filter(({ kind }) => kind === 'aside');
    const kept = [...stories.map(keptOf), ...asides.flatMap(lostIn)].join('\n');
    expect(wordsMissing(sentencesOf(name).join('\n'), kept)).toEqual([]);
  },
);
