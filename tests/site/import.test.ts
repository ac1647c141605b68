import { toString } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { readLock } from '../../src/desk/lock.ts';
import type { StoryReport } from '../../src/import/report.ts';
import { importInto, storiesIn, storyText } from '../imported.ts';
import { archive } from '../sites.ts';
import { plain, sentencesOf, sourceFile, sources } from '../sources.ts';
import { attribute, openPage } from './page.ts';

const content = `${archive.folder}-content`;
const { addresses } = readLock(content);

/** What a page says in its own way, since the import took it for a field. */
const saidOtherwise: Record<string, string[]> = {
  // A dateline with the agency, which stands at the end; topics without the unknown one.
  'copied-story.txt': ['LOWPORT, Kosovo (AP)', '#Kosovo #kuwait #KSF #NightFerry'],
  // A source with its address, and topics.
  'three-pictures.txt': [
    'Original source: The Daily Example, https://example.com/rain?',
    `${Array.from({ length: 38 }, (_, index) => `#tag${index + 1}`).join(' ')} #Kosovo #Security-Force`,
  ],
  'windows-1252.txt': ['10 March 2021'],
  'wrapped-mail.txt': ['SHOREWICK (Reuters)', 'Updated: 2021-03-10 14:30', 'Published: 2021-03-08'],
};

/** The words on a story's page, block by block, and those that stand for its pictures. */
function wordsOn(story: StoryReport): string {
  const id = /^id: (.*)$/m.exec(storyText(story))?.[1];
  const { path } = addresses.find((address) => address.id === id)!;
  const page = openPage(archive, path.slice(1));
  const blocks = page.all('.story :is(h1, h2, h3, h4, p, li, pre, figcaption, time)');
  const pictures = page.all('.story img').map((image) => attribute(image, 'alt'));
  return [...blocks.map(toString), ...pictures].map(plain).join('\n');
}

it.each(sources)('shows every sentence of %s that the report does not tell of', async (name) => {
  // It was imported into the fixture and edited there, so that nothing is written now.
  const reports = await importInto(content, [sourceFile(name)]);
  const stories = storiesIn(reports);
  expect(new Set(stories.map(({ outcome }) => outcome))).toEqual(new Set(['left alone']));
  const lost = reports.flatMap((report) => ('lost' in report ? report.lost : []));
  const told = [...lost.map(({ text }) => text), ...stories.flatMap(({ notes }) => notes)];
  const found = [...stories.map(wordsOn), ...told.map(plain)].join('\n');
  const missing = sentencesOf(name).filter((sentence) => !found.includes(plain(sentence)));
  expect(missing).toEqual(saidOtherwise[name] ?? []);
});
