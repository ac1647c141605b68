import { readFileSync } from 'node:fs';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { published } from '../fixture.ts';
import { again, archive, filesOf } from '../sites.ts';
import { passedSlush } from '../slush-pile.ts';
import { attribute, jsonLdOf, inLine, openPage, type Page } from './page.ts';

const corrected = openPage(archive, '2026/11/11/corrected/');
const retracted = openPage(archive, '2026/11/12/retracted/');
const notices = (page: Page) => page.all('.notice').map((notice) => inLine(toString(notice)));
const feed = filesOf(archive).get('feed.xml')!.toString();

it('tells above the text what was wrong, and below it what explains', () => {
  const order = selectAll('.body > *', corrected.root).map(
    ({ properties, tagName }) => properties['className']?.toString() ?? tagName,
  );
  expect(order).toEqual(['notice', 'p', 'notice', 'notice', 'notice']);
  expect(notices(corrected)).toEqual([
    'Correction, November 12, 2026 at 8:00 AM Central European Time: The first number was wrong.',
    'Update, November 11, 2026 at 12:00 PM Central European Time: Adds the answer of the council.',
    'Clarification, November 12, 2026 at 9:00 AM Central European Time: The second number is a guess.',
    'Editor’s note, November 15, 2026: The author knows the mayor.',
  ]);
});

it('keeps order and first publication, whatever changed since', () => {
  expect(attribute(corrected.one('.byline time'), 'dateTime')).toBe('2026-11-11T09:00:00+01:00');
  const links = corrected.all('.neighbours a').map((link) => attribute(link, 'href'));
  expect(links[0]).toBe('/news/2026/11/12/retracted/');
});

it('tells machines of the last change and of each correction', () => {
  const [story] = jsonLdOf(corrected);
  expect(story!['dateModified']).toBe('2026-11-15');
  expect(story!['correction']).toEqual([
    {
      '@type': 'CorrectionComment',
      name: 'Correction',
      datePublished: '2026-11-12T08:00:00+01:00',
      text: 'The first number was wrong.',
    },
    {
      '@type': 'CorrectionComment',
      name: 'Clarification',
      datePublished: '2026-11-12T09:00:00+01:00',
      text: 'The second number is a guess.',
    },
    {
      '@type': 'CorrectionComment',
      name: 'Editor’s note',
      datePublished: '2026-11-15',
      text: 'The author knows the mayor.',
    },
  ]);
  expect(corrected.meta('article:modified_time')).toBe('2026-11-15');
});

it('takes the text and the pictures of a retracted story away and says why', () => {
  expect(retracted.text('h1')).toBe('Retracted: What never happened');
  expect(notices(retracted)).toEqual([
    'Correction, November 13, 2026: It happened elsewhere.',
    'Retraction, November 14, 2026: It did not happen: 5 < 6 & more.',
  ]);
  expect(retracted.all('.body > :not(.notice), figure, .standfirst')).toEqual([]);
  expect(feed).toContain('<title>Retracted: What never happened</title>');
  expect(feed).toContain('It did not happen: 5 &amp;lt; 6 &amp;amp; more.');
  expect(feed).toContain(
    '<description>It did not happen: 5 &amp;lt; 6 &amp;amp; more.</description>',
  );
  expect(feed).not.toContain('What happened: What never happened');
});

it('collects every correction on one page, newest first', () => {
  const page = openPage(archive, 'corrections/');
  const entries = page.all('.teaser').map((entry) =>
    selectAll('h2, p', entry)
      .map((part) => inLine(toString(part)))
      .join(' | '),
  );
  expect(entries.slice(0, 5)).toEqual([
    'A story with every kind of note | Editor’s note: The author knows the mayor. | November 15, 2026',
    'Retracted: What never happened | Retraction: It did not happen: 5 < 6 & more. | November 14, 2026',
    'Retracted: What never happened | Correction: It happened elsewhere. | November 13, 2026',
    'A story with every kind of note | Clarification: The second number is a guess. | November 12, 2026 at 9:00 AM Central European Time',
    'A story with every kind of note | Correction: The first number was wrong. | November 12, 2026 at 8:00 AM Central European Time',
  ]);
});

it('answers at the address of a story that was taken down, without a word of it', () => {
  const page = openPage(archive, '2026/11/10/taken-down/');
  expect(page.text('h1')).toBe('This story was taken down');
  expect(page.text('.body')).toBe(
    'The story at this address was published on November 10, 2026 and taken down on November 20, 2026.',
  );
  expect(page.meta('robots')).toBe('noindex');
});

it.each([
  ['2026/11/08/an-earlier-name/', '2026/11/11/corrected/'],
  ['2026/11/11/another-name/', '2026/11/11/corrected/'],
  ['2026/11/09/before-it-went/', '2026/11/10/taken-down/'],
  ['alt/Übersicht.html/', '2026/11/11/corrected/'],
  ['Вести/', '2026/11/11/corrected/'],
  ['tag/kosova/', 'tags/kosovo/'],
  ['imprint/', 'about/'],
  // Where an imported story was before.
  ['market-moves/', '2021/03/06/market-moves/'],
])('leads from %s to %s', (from, to) => {
  const page = openPage(archive, from);
  const refresh = attribute(page.one('meta[http-equiv=refresh]'), 'content');
  expect(refresh).toBe(`0; url=/news/${to}`);
  expect(attribute(page.one('link[rel=canonical]'), 'href')).toBe(`${archive.url}${to}`);
  expect(attribute(page.one('a'), 'href')).toBe(`/news/${to}`);
});

it('records the addresses of published stories, and no others', () => {
  // Of a folder that was built once: an address stays recorded when its story is taken down.
  const lock = readFileSync(`${again.folder}-content/addresses.lock`, 'utf8');
  const paths = lock
    .split('\n')
    .filter((line) => line.startsWith('/'))
    .map((line) => line.split(' ')[0]);
  expect(paths).toContain('/2026/11/11/corrected/');
  expect(paths).toHaveLength(published + passedSlush(`${archive.folder}-content`).out.length);
  expect(paths).toEqual([...paths].sort());
  expect(lock).not.toContain('zyx');
});
