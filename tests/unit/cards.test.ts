import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { altOf, publicationCard, storyCard, type Card } from '../../src/outputs/cards/card.ts';
import { canSet, faces } from '../../src/raster/faces.ts';
import { colours, edge, frame } from '../../src/outputs/cards/layout.ts';
import { fittingSize, nameOf, render } from '../../src/outputs/cards/render.ts';
import { writeCards, cardPng } from '../../src/outputs/cards/store.ts';
import { hostileHeadline, longHeadline } from '../fixture.ts';
import { editionOf, publication, story, storyFile, type Fields } from './content.ts';

async function cardOf(fields: Fields, name = 'ANH'): Promise<Card | undefined> {
  const edition = await editionOf({
    'publication.yaml': publication({ name }),
    [storyFile]: story(fields),
  });
  return storyCard(edition.stories[0]!, edition);
}

const arabic = 'كوسوفو ترسل قواتها إلى الكويت';
const labeled = { name: 'ANH', label: 'Military', capitals: 'MILITARY' };
const plain: Card = { ...labeled, headline: 'Troops leave' };

describe('what a card shows', () => {
  it('is headline, section and name', async () => {
    expect(await cardOf({ headline: 'Troops leave' })).toEqual(plain);
    expect(altOf(plain)).toBe('Troops leave · Military · ANH');
  });

  it('names the kind of a story that is not plain reporting', async () => {
    expect((await cardOf({ kind: 'analysis' }))?.label).toBe('Military · analysis');
    expect((await cardOf({ kind: 'reportage' }))?.label).toBe('Military');
  });

  it.each([
    ['tr', 'Siyaset ve diğer', 'SİYASET VE DİĞER'],
    ['el', 'Πολιτική', 'ΠΟΛΙΤΙΚΗ'],
    ['de', 'Straßenverkehr', 'STRASSENVERKEHR'],
    ['sq', 'Shëndeti', 'SHËNDETI'],
  ])('has its label in the capitals of %s', async (language, label, capitals) => {
    const edition = await editionOf({
      'publication.yaml': publication({ language }),
      'sections.yaml': `military:\n  name: ${label}\n`,
      [storyFile]: story({}),
    });
    expect(storyCard(edition.stories[0]!, edition)).toMatchObject({ label, capitals });
  });

  it('has a section that has no name in the story’s language in the capitals of its own', async () => {
    const names = '\n  names: { de: Inneres }';
    const edition = await editionOf({
      'sections.yaml': `military:\n  name: Military in action${names}\n`,
      [storyFile]: story({ language: 'tr' }),
    });
    const card = storyCard(edition.stories[0]!, edition);
    expect(card?.capitals).toBe('MILITARY IN ACTION');
  });

  it('says that a story was taken back', async () => {
    const corrections = '\n  - { date: 2021-03-10, kind: retraction, text: It did not happen. }';
    expect((await cardOf({ kind: 'analysis', corrections }))?.label).toBe('Military · retracted');
  });

  it.each([
    ['Albanian', 'Çlirimi i Žižekut: Kosova dërgon trupa'],
    ['Cyrillic', 'Косово шаље војнике: Њежност и ђачки џем'],
    ['Greek', 'Η Ελλάδα στέλνει στρατεύματα'],
    ['Vietnamese', 'Việt Nam gửi quân đội'],
    ['Arabic', arabic],
    ['Persian', 'نیروها می\u200cروند'],
    ['punctuated', '“Ends” – ‘it’s’ €5… 10\u00a0% ½ m²'],
    ['decomposed', 'Ża\u0308 ẹ́'],
    ['Russian with a stress mark', 'Старинный за\u0301мок открыт'],
    ['Ewe', 'Ɛ\u0301yata ɔ\u0300'],
    ['of letters that only their parts are there for', 'Ǖ ǹ Ȫ'],
  ])('holds a headline that is %s', async (_, headline) => {
    expect((await cardOf({ headline: JSON.stringify(headline) }))?.headline).toBe(
      headline.normalize('NFC'),
    );
  });

  it.each([
    ['Chinese', '科索沃派遣部队'],
    ['Korean', '코소보 파병'],
    ['Hebrew', 'קוסובו שולחת חיילים'],
    ['partly Chinese', 'Troops leave for 科威特'],
    ['of letters and marks that no face has together', 'Ӧ the о\u0308 ὰ'],
  ])('is without a headline that is %s', async (_, headline) => {
    expect(await cardOf({ headline })).toEqual(labeled);
  });

  it('leaves emoji out, and gives rare spaces and hyphens their common form', async () => {
    const headline = JSON.stringify('🎉 Co\u2011operation 👩🏽‍🚀 at 10\u202f000\u2009m 🇽🇰');
    expect((await cardOf({ headline }))?.headline).toBe('Co-operation at 10\u00a0000 m');
    expect(await cardOf({ headline: '🎉🎉' })).toEqual(labeled);
  });

  it('is nothing where the faces cannot set the name', async () => {
    expect(await cardOf({}, '新闻')).toBeUndefined();
  });

  it('of the publication is its name and what it says of itself', () => {
    const card = publicationCard({ name: 'ANH', description: 'News from ANH' });
    expect(card).toEqual({ name: 'ANH', description: 'News from ANH' });
    expect(altOf(card!)).toBe('ANH · News from ANH');
  });
});

it('knows which letters the faces have', () => {
  expect(canSet('Aë\u0301ж')).toBe(true);
  expect(canSet('科')).toBe(false);
  expect(canSet('𝔄')).toBe(false);
  // In one face, or the renderer prints a box.
  for (const letter of ['а\u0301', 'ɛ\u0301', 'ɔ\u0300'])
    expect(
      faces().some(({ codePoints }) =>
        [...letter].every((part) => codePoints.includes(part.codePointAt(0)!)),
      ),
    ).toBe(true);
  const latin = faces().filter(({ family }) => family === 'STIX Two Text');
  const points = latin.flatMap(({ codePoints }) => codePoints);
  const letters = points.filter((point) => !/\p{M}/u.test(String.fromCodePoint(point)));
  expect(new Set(letters).size).toBe(letters.length);
});

/** The box of all pixels that are not paper: of a whole card, or below its masthead’s bar. */
async function inked(png: Buffer, top = 0) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const paper = [1, 3, 5].map((at) => parseInt(colours.paper.slice(at, at + 2), 16));
  const box = { left: info.width, right: 0, bottom: 0 };
  for (let y = top; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      const at = (y * info.width + x) * 3;
      if (paper.every((value, index) => data[at + index] === value)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.bottom = y;
    }
  return { ...box, width: info.width, height: info.height };
}

describe('a rendered card', () => {
  const cases: [string, Card][] = [
    ['short', plain],
    ['long', { ...plain, headline: longHeadline }],
    ['of wide letters', { ...plain, headline: 'ЩЩЩЩЩЩЩ '.repeat(25).trim() }],
    ['hostile', { ...plain, headline: hostileHeadline.replace(' 🎉', '') }],
    ['Arabic', { ...plain, headline: `${arabic} `.repeat(6).trim() }],
    ['Arabic and Latin', { ...plain, headline: `${arabic}: «US Central Command» 1200 (NATO)` }],
    ['one endless word', { ...plain, headline: 'X'.repeat(200) }],
    [
      'of long names',
      {
        name: 'The Name '.repeat(11).trim(),
        capitals: 'A SECTION '.repeat(10),
        headline: longHeadline,
      },
    ],
    [
      'the publication’s',
      { name: 'ANH', description: 'What it publishes, said at length. '.repeat(8).trim() },
    ],
  ];

  it.each(cases)('keeps every letter inside its frame: %s', async (_, card) => {
    const png = await render(card);
    const { left, right, bottom, ...size } = await inked(png);
    expect(size).toEqual(frame);
    // Letters may reach over their own box by a little.
    expect(left).toBeGreaterThanOrEqual(edge - 6);
    expect(right).toBeLessThanOrEqual(frame.width - edge + 6);
    expect(bottom).toBeLessThan(frame.height - edge / 2);
    expect(png.length).toBeLessThan(40_000);
  });

  it('sets a short headline large, a long one smaller, and none tiny', async () => {
    expect(await fittingSize(plain)).toBe(112);
    const long = await fittingSize({ ...plain, headline: longHeadline });
    expect(long).toBeGreaterThanOrEqual(52);
    expect(long).toBeLessThan(112);
    expect(await fittingSize({ ...plain, headline: 'ЩЩЩЩЩЩЩ '.repeat(25).trim() })).toBe(36);
  });

  it('cuts no word: where one is wider than the card, the headline is left out', async () => {
    const card = { ...plain, headline: 'X'.repeat(200) };
    expect(await fittingSize(card)).toBeUndefined();
    const { headline: _, ...others } = card;
    expect((await render(card)).equals(await render(others))).toBe(true);
  });

  it('is set from the left, and from the right where the headline is', async () => {
    const latin = await inked(await render(plain), 120);
    expect(latin.left).toBeLessThan(edge + 12);
    expect(latin.right).toBeLessThan(frame.width / 2 + 300);
    const mirrored = await inked(await render({ ...plain, headline: 'انتخابات' }), 120);
    expect(mirrored.left).toBeGreaterThan(frame.width / 2);
    expect(mirrored.right).toBeGreaterThan(frame.width - edge - 12);
  });

  // The renderer misplaces spaces of another face at the end of a line that goes on.
  it.each([
    ['سلام عليكم and some thing long here', 3],
    ['Of كوسوفو ترسل قواتها إلى الكويت في', 3],
  ])('keeps each space where it is in a line of two directions: %s', async (headline, spaces) => {
    const { data, info } = await sharp(await render({ name: 'ANH', headline }))
      .extract({ left: 0, top: 300, width: frame.width, height: 90 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const columns = Array.from({ length: info.width }, (_, x) => {
      const rows = Array.from({ length: info.height }, (_, y) => data[y * info.width + x]!);
      return rows.some((value) => value < 128) ? '#' : ' ';
    });
    const gaps = columns.join('').trim().split(/#+/);
    const wide = gaps.map(({ length }) => length).filter((length) => length > 14);
    expect(wide).toHaveLength(spaces);
  });

  it('has the same bytes each time', async () => {
    expect((await render(plain)).equals(await render({ ...plain }))).toBe(true);
  });

  it('has the light colours of the site', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    for (const [name, colour] of Object.entries(colours))
      expect(tokens).toContain(`--${name}: light-dark(${colour},`);
  });
});

describe('a card’s name', () => {
  it('changes with each word that it shows', () => {
    const names = [
      plain,
      { ...plain, name: 'ANH+' },
      { ...plain, capitals: 'MILITARY · ANALYSIS' },
      { ...plain, headline: 'Troops left' },
      labeled,
      { name: 'ANH', description: 'Military' },
    ].map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
  });

  it('changes with nothing else of a story', async () => {
    const first = await cardOf({ headline: 'Troops leave' });
    const later = await cardOf({
      headline: 'Troops leave',
      standfirst: 'Another standfirst.',
      updated: '2021-03-10',
      tags: '[kuwait]',
    });
    expect(nameOf(later!)).toBe(nameOf(first!));
    expect(nameOf(plain)).toBe(nameOf(first!));
  });
});

describe('the store', () => {
  const kept = () =>
    readdirSync(join(process.env.CACHE!, 'cards'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(process.env.CACHE!, 'cards', name))
      .filter((path) => statSync(path).isFile());

  it('prints a card once', async () => {
    const first = await cardPng('0123456789', plain);
    const [file] = kept();
    utimesSync(file!, 1, 1);
    // Another card under the name would be seen if it were rendered.
    expect((await cardPng('0123456789', { name: 'Other' })).equals(first)).toBe(true);
    expect(statSync(file!).mtimeMs).toBe(1000);
    expect(kept()).toEqual([file]);
  });

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (whole: Buffer) => whole.subarray(0, 500)],
    ['changed in one byte', (whole: Buffer) => whole.with(400, whole[400]! ^ 1)],
  ])('prints a card anew when its file is %s', async (_, damage) => {
    const first = await cardPng('0123456789', plain);
    const file = kept()[0]!;
    const whole = readFileSync(file);
    writeFileSync(file, damage(whole));
    expect((await cardPng('0123456789', plain)).equals(first)).toBe(true);
    expect(readFileSync(file).equals(whole)).toBe(true);
    expect(existsSync(`${file}.${process.pid}`)).toBe(false);
  });

  it('lays the cards of a site that are not laid yet', async () => {
    const site = mkdtempSync(join(tmpdir(), 'site-'));
    const cards = new Map([
      ['one', plain],
      ['two', plain],
    ]);
    await writeCards(cards, site, (path) => path === 'cards/one.png');
    expect(readdirSync(join(site, 'cards'))).toEqual(['two.png']);
    expect(readFileSync(join(site, 'cards/two.png')).equals(await cardPng('two', plain))).toBe(
      true,
    );
  });
});
