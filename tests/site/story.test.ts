import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { archive, home } from '../sites.ts';
import { attribute, inLine, kuwait, openPage } from './page.ts';

const story = openPage(home, kuwait);
const words = inLine(toString(story.one('main')));

// Every fact of the agency's story, as figures, names and quotations must read.
it.each([
  'Kosovo sends troops to Kuwait on 1st peacekeeping mission; KSF to operate under US Central Command',
  'PRISTINA, Kosovo —',
  'March 9, 2021',
  'Llazar Semini',
  'The Associated Press (AP)',
  'Tirana, Albania',
  'on Tuesday',
  'first international peacekeeping mission',
  'Western military attachés',
  'Acting President Vjosa Osmani said: “It’s extremely important because 22 years after the war, we’re not just importing peacekeeping troops, we’re also exporting them.”',
  'six months',
  'a request from U.S. Central Command',
  'under the command of the Iowa National Guard',
  '“will operate under the Central Command of the American forces responsible for a geographic zone, including the Middle East, part of South Asia and Northeastern Africa.”',
  'A platoon of 32 soldiers',
  'Defense Cooperation Agreement',
  'About 13,500 U.S. forces are based in Kuwait, mostly at Camp Arifjan and Ali Al Salem Air Base',
  'a major non-NATO ally since 2004',
  'In a video call, Maj. Gen. Ben Correll',
  '“The partnership between Iowa’s National Guard and the KSF greatly contributes to these efforts and demonstrates to others what is possible by working hard and relationship.”',
  'has 3,400 troops',
  'a regular army two years ago',
  'renamed the armed forces',
  'In about ten years the lightly armed army is expected to have 5,000 troops and 3,000 reservists, for crisis response and civil protection',
  'The 1998-1999 war',
  'separatist ethnic Albanian rebels and Serb forces',
  'a 78-day NATO air campaign',
  'declared independence from Serbia in 2008',
  'Belgrade and its allies Russia and China do not',
  'a source of volatility in the Balkans',
  'protective face masks',
  'Visar Kryeziu/AP',
  'March 22, 2018',
  'Friday, December 14, 2018',
  '120-seat parliament',
  '4,000-strong paramilitary force',
  'ethnically divided town of Mitrovica',
  'author of the Science & Technology section of ANH',
])('tells “%s”', (fact) => {
  expect(words).toContain(fact);
});

it('says who, when and where before the text', () => {
  expect(story.text('.kicker')).toBe('Military');
  expect(story.text('.byline')).toBe(
    'By Anthony Barnett Reporting: Llazar Semini, The Associated Press (AP), Tirana, Albania March 9, 2021',
  );
  expect(attribute(story.one('.byline [rel=author]'), 'href')).toBe('/authors/anthony-barnett/');
  expect(attribute(story.one('.byline time'), 'dateTime')).toBe('2021-03-09');
  expect(story.text('.body > p')).toMatch(/^PRISTINA, Kosovo — A military platoon/);
});

it('ends with the source, the topics, the author and ways to share it', () => {
  const ends = story
    .all('.after')
    .map((part) => selectAll('h2, p, li', part).map(toString).map(inLine).join(' '));
  expect(ends).toEqual([
    'Original source The Associated Press (AP) Llazar Semini reported from Tirana, Albania.',
    'Topics Kosovo Kuwait Peacekeeping KSF (Kosovo Security Force) US Central Command Troops Mission',
    'About the author Anthony Barnett is the author of the Science & Technology section of ANH.',
    'Share this story Email Mastodon Bluesky WhatsApp',
  ]);
});

it('places the two figures where the agency had its photographs', () => {
  const order = story.one('.body').children.flatMap((node) => {
    const text = inLine(toString(node));
    if (/was seen lined up/.test(text)) return ['fact 6'];
    if (/^Kuwait and the United States/.test(text)) return ['fact 7'];
    if (/5,000 troops/.test(text)) return ['fact 10'];
    if (/^The 1998-1999 war/.test(text)) return ['fact 11'];
    const isFigure = node.type === 'element' && node.properties['className']?.toString();
    return isFigure === 'figure' ? ['figure'] : [];
  });
  // The map leads.
  expect(order).toEqual(['figure', 'fact 6', 'figure', 'fact 7', 'fact 10', 'figure', 'fact 11']);
});

it('shows both times and every author of a story that was updated', () => {
  const page = openPage(archive, '2026/11/20/hostile/');
  expect(page.text('.byline')).toBe(
    'By Ada & <i>Sons</i>, Zoë Ó Brien, and Anthony Barnett Reporting: An Agency Published November 20, 2026 at 9:30 AM Central European Time Updated November 21, 2026 at 10:00 AM Central European Time',
  );
  expect(page.all('.byline time').map((time) => attribute(time, 'dateTime'))).toEqual([
    '2026-11-20T09:30:00+01:00',
    '2026-11-21T10:00:00+01:00',
  ]);
  expect(attribute(page.one('.after a'), 'href')).toBe('https://agency.example/a?b=1&c=2');
});

it('leads to the next and the previous story', () => {
  const page = openPage(archive, '2026/11/20/hostile/');
  const links = page.all('.neighbours a').map((link) => attribute(link, 'href'));
  expect(links).toEqual(['/news/2026/11/22/pictures/', '/news/2026/11/19/long/']);
});

it('keeps links within the site below its path', () => {
  const links = openPage(archive, '2026/11/20/hostile/').all('.body a');
  expect(links.map((link) => attribute(link, 'href'))).toEqual([
    '/news/2026/11/19/long/',
    '/news/about/',
    '/news/feed.xml',
    'https://elsewhere.example/?a=1&b=2',
  ]);
});
