import { describe, expect, it } from 'vitest';
import { beginsAsByline, readByline, withoutBy } from '../../../src/import/byline-line.ts';
import { months, small, weekdays } from '../../../src/import/calendar-words.ts';
import { readDates } from '../../../src/import/date-line.ts';
import { readDateline } from '../../../src/import/dateline-opening.ts';
import { guessLanguage } from '../../../src/import/guess-language.ts';
import {
  agencyName,
  isAgency,
  readHashtags,
  readReporter,
} from '../../../src/import/line-kinds.ts';
import { joinLines, plain, sourceLine } from '../../../src/import/plain-lines.ts';
import { readPlainText } from '../../../src/import/plain-text.ts';
import { formsOf, pressWords } from '../../../src/import/press-words.ts';
import { textToMarkdown } from '../../../src/import/text-to-markdown.ts';
import { toMarkdown } from '../../../src/import/to-markdown.ts';

const read = (...lines: string[]) => readPlainText(['A headline', ...lines].join('\n\n'));
const bodyOf = (...lines: string[]) => toMarkdown(read(...lines).text).trim();

describe('the calendar of each language', () => {
  it.each(Object.keys(pressWords))('has its months and days: %s', (locale) => {
    for (let month = 1; month <= 12; month += 1)
      for (const style of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
        const name = small(format.format(Date.UTC(2026, month - 1, 15)));
        expect(months.get(name), name).toBe(month);
      }
    for (let day = 1; day <= 7; day += 1) {
      const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
      expect(weekdays).toContain(small(format.format(Date.UTC(2026, 0, day))));
    }
  });

  it('has forms that are declined, shortened or in capitals', () => {
    const names = ['sept', 'novembra', 'новембра', 'studenog', 'kasim', 'шубат', 'шубата', 'juna'];
    expect(names.map((name) => months.get(name))).toEqual([
      9,
      11,
      11,
      11,
      11,
      undefined,
      undefined,
      6,
    ]);
  });

  it.each(Object.entries(pressWords))(
    'has words around a date: %s',
    (_, { published, updated }) => {
      for (const [words, isUpdate] of [
        [published, false],
        [updated, true],
      ] as const)
        expect(readDates(`${words} 2026-11-30`)).toEqual([
          { moment: '2026-11-30', isUpdate, isLabelled: true },
        ]);
      expect(readDates('2026-11-30')).toMatchObject([{ isLabelled: false, isUpdate: false }]);
    },
  );

  it('has forms of words, the longest first, with their languages', () => {
    const forms = [...formsOf('by')];
    expect(forms.map(([form]) => form.length)).toEqual(
      forms.map(([form]) => form.length).toSorted((a, b) => b - a),
    );
    expect(formsOf('by').get('por')).toEqual(['pt', 'es']);
    expect(formsOf('time').get('às')).toEqual(['pt']);
  });

  it('compares in small letters, without a last dot and without vowels of Arabic', () => {
    expect(['KASIM.', 'ŞUBAT', 'IŞIK', 'أحمَد', 'É'].map(small)).toEqual([
      ...['kasim', 'şubat', 'ışık', 'احمد', 'é'],
    ]);
  });
});

describe('lines', () => {
  it.each([
    ['13/12/2026', '2026-12-13'],
    ['12/12/2026', '2026-12-12'],
    ['12/13/2026', undefined],
    ['11/12/2026', undefined],
    ['2026-12-13 24:30', undefined],
    ['2026-12-13 12:30 am', '2026-12-13 00:30'],
    ['2026-12-13 12:30 pm', '2026-12-13 12:30'],
    ['2026-12-13 12h', '2026-12-13 12:00'],
    ['2026-12-13 12:30 CET', '2026-12-13T12:30+01:00'],
    ['13 December 2026 13 December 2026', '2026-12-13'],
    [`2026-12-13 ${'on '.repeat(16)}`, '2026-12-13'],
    [`2026-12-13 ${'on '.repeat(17)}`, undefined],
  ])('are dates: %s', (line, moment) => expect(readDates(line)[0]?.moment).toBe(moment));

  it.each([
    ['#a', ['a']],
    ['#a; #b · #c | #d', ['a', 'b', 'c', 'd']],
    ['#a b', undefined],
    ['', undefined],
    [' , ', undefined],
  ])('are hashtags: %s', (line, tags) => expect(readHashtags(line)).toEqual(tags));

  it.each([
    ['Ana Reis reported from Lowport', 'Ana Reis', 'Lowport'],
    [
      'Reuters reporters Ana Reis and Ben Li reported from Lowport.',
      'Ana Reis and Ben Li',
      'Lowport',
    ],
    ['Ana reported from Lowport.', undefined, undefined],
    ['Ana Reis reported from the coast.', undefined, undefined],
  ])('tell who reported: %s', (line, byline, place) => {
    expect(readReporter(line)).toEqual(byline === undefined ? undefined : { byline, place });
  });

  it('name agencies', () => {
    expect(['the ap', ' dpa ', 'Lusa'].map(agencyName)).toEqual([
      'The Associated Press (AP)',
      'Deutsche Presse-Agentur (dpa)',
      'Lusa',
    ]);
    expect(['AP', ' The AP ', 'AP writer', 'Lusa'].map(isAgency)).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it.each([
    ['By Ana Reis', { names: ['Ana Reis'] }],
    ['Photo by Ana Reis', undefined],
    ['By Ana Reis and the sea', { names: ['Ana Reis'], rest: 'the sea' }],
    [
      'By Ana Reis, one two three four five six',
      { names: ['Ana Reis'], rest: 'one two three four five six' },
    ],
    ['By Ana Reis, one two three four five six seven', undefined],
    ['By A B C D F G', { names: ['A B C D F G'] }],
    ['By A B C D F G H', undefined],
    ['By Ana de', undefined],
    ['By Our Correspondent', undefined],
    ['By: the sea', undefined],
    ['By: Ana', { names: ['Ana'] }],
    ['By Ana Sun', { names: ['Ana Sun'] }],
    ['By Ana Sunday', undefined],
    ['By Al-Amin Reis', { names: ['Al-Amin Reis'] }],
    ['بقلم: أحمد', { names: ['أحمد'] }],
    ['بقلم أحمد', undefined],
    ['كتب أحمد علي', undefined],
    ['كتب: أحمد علي Ana', undefined],
    [`كتب: ${'أحمد '.repeat(6).trim()}`, { names: ['أحمد '.repeat(6).trim()] }],
    [`كتب: ${'أحمد '.repeat(7).trim()}`, undefined],
  ])('are bylines: %s', (line, byline) => expect(readByline(line)).toEqual(byline));

  it('begin as bylines do, and fields of bylines lose that', () => {
    expect(['By the sea', 'Sea by'].map(beginsAsByline)).toEqual([true, false]);
    const bylines = [' By Ana ', 'Written by: Ana', 'by the sea', 'Bya Ana', 'De Ana', 'by 5'];
    expect(bylines.map(withoutBy)).toEqual(['Ana', 'Ana', 'the sea', 'Bya Ana', 'De Ana', 'by 5']);
  });

  it.each([
    ['Original source: ', ''],
    ['Source: AP', 'AP'],
    [`Source: ${'x'.repeat(300)}`, 'x'.repeat(300)],
    [`Source: ${'x'.repeat(301)}`, undefined],
  ])('name a source: %s', (line, name) => expect(sourceLine(line)).toBe(name));

  it.each([
    ['ROME (AP) — x', { place: 'ROME', agency: 'AP', rest: 'x', opening: 'ROME (AP) —' }],
    ['Rome (ap) — x', undefined],
    ['Rome (afp) — x', { place: 'Rome', agency: 'afp' }],
    ['Rome — x', undefined],
    ['ROMe — x', { place: 'ROMe' }],
    ['ROme — x', undefined],
    ['ROME, Italy — x', { place: 'ROME, Italy' }],
    ['Rome, ITALY — x', undefined],
    ['ROME, 30 Nov — x', { place: 'ROME', day: '30 Nov' }],
    ['ROME, 30 men — x', undefined],
    ['ROME, 30.11 — x', { place: 'ROME', day: '30.11' }],
    [`${'R'.repeat(101)} — x`, undefined],
  ])('open with where it was: %s', (line, found) => {
    if (found) expect(readDateline(line)).toMatchObject(found);
    else expect(readDateline(line)).toBeUndefined();
  });
});

describe('a story of plain text', () => {
  it('has a headline that may stand there twice, near to it', () => {
    expect(read('One.', 'A HEADLINE!').headline?.from).toBe('the first line, which occurs twice');
    expect(bodyOf('One.', 'A HEADLINE!')).toBe('One.');
    const far = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'A headline'];
    expect(read(...far).headline?.from).toBe('the first line, which occurs twice');
    expect(read('Zero.', ...far).headline?.from).toBe('the first line');
    expect(readPlainText('\uFEFF')).not.toHaveProperty('headline');
  });

  it('may have several fields in one line', () => {
    const fields = read('Sea | By Ana Reis | March 9, 2021', 'It sails.');
    expect(fields).toMatchObject({
      sections: ['Sea'],
      authors: ['Ana Reis'],
      published: { value: '2021-03-09' },
    });
    expect(bodyOf('Sea | By Ana Reis | it sails far away', 'It.')).toBe(
      'Sea | By Ana Reis | it sails far away\n\nIt.',
    );
    expect(bodyOf('Sea | Port')).toBe('Sea | Port');
    expect(bodyOf('One.', 'Two.', 'Three.', 'By Ana Reis | March 9, 2021')).toContain('| March 9');
  });

  it('has the first of two dates; with a label also in its text', () => {
    const { published, lost } = read('March 9, 2021', 'March 10, 2021', 'It sails.');
    expect([published?.value, lost]).toEqual([
      '2021-03-09',
      [{ what: 'another date line', text: 'March 10, 2021' }],
    ]);
    const late = ['One.', 'Two.', 'Three.'];
    expect(read(...late, 'Published March 9, 2021').published?.value).toBe('2021-03-09');
    expect(read(...late, 'March 9, 2021').published).toBeUndefined();
    expect(read(...late, '03/09/2021').lost).toEqual([]);
  });

  it('has kickers before its text only', () => {
    expect(read('Sea', 'It sails.').sections).toEqual(['Sea']);
    expect(read('Sea and Port', 'It.').sections).toEqual(['Sea and Port']);
    for (const line of ['Sea in Port', 'Sea.', 'By the', 'S', 'x'.repeat(40)])
      expect(read(line, 'It.').sections, line).toEqual([]);
    expect(read('It sails.', 'Sea').sections).toEqual([]);
  });

  it('has one reporter; who else reported stays', () => {
    const [ana, ben] = ['Ana Reis reported from Lowport.', 'Ben Li reported from Rome.'];
    expect(read('It.', ana!, ben!).source).toMatchObject({
      byline: { value: 'Ana Reis' },
      place: { value: 'Lowport' },
    });
    expect(bodyOf('It.', ana!, ben!)).toBe('It.\n\nBen Li reported from Rome.');
  });

  it('has who signs near its beginning', () => {
    const { authors, source, lost } = read('By AP', 'By Ana Reis, Rome', 'It.');
    expect([authors, source.name?.value]).toEqual([['Ana Reis'], 'The Associated Press (AP)']);
    expect(lost).toEqual([{ what: 'byline', text: 'By Ana Reis, Rome' }]);
    expect(read('One.', 'Two.', 'Three.', 'By Ana Reis').authors).toEqual([]);
  });

  it.each([
    [['Source: AP (https://a.example/1)'], 'The Associated Press (AP)', 'https://a.example/1', []],
    [['Source: https://a.example/1'], 'a.example', 'https://a.example/1', []],
    [['Original source', 'https://a.example/1'], 'a.example', 'https://a.example/1', []],
    [['Original source', 'One.'], undefined, undefined, ['Original source']],
    [['Source: http://['], undefined, undefined, []],
    [['Source: Lusa (Portugal)'], 'Lusa (Portugal)', undefined, []],
    [['Source: (Lusa), <https://a.example/1>'], 'Lusa', 'https://a.example/1', []],
    [['Source: – Lusa:'], 'Lusa', undefined, []],
    [['By Lusa', 'Source: https://a.example/1'], 'Lusa', 'https://a.example/1', []],
  ])('has its source: %j', (lines, name, url, lost) => {
    const found = read(...lines);
    expect([found.source.name?.value, found.source.url?.value]).toEqual([name, url]);
    expect(found.lost.map(({ text }) => text)).toEqual(lost);
  });

  it('says of its author what is below a heading', () => {
    expect(read('It.', 'About the author', 'Ana writes.', 'She sails.').about).toBe(
      'Ana writes. She sails.',
    );
    expect(read('It.', 'About the author')).not.toHaveProperty('about');
  });

  it('opens with its dateline, or with a standfirst before it', () => {
    expect(read('ROME, 30 Nov 2026 (AP) — It.')).toMatchObject({
      dateline: { value: 'ROME' },
      published: { value: '2026-11-30', how: 'guessed' },
      source: { name: { value: 'The Associated Press (AP)', how: 'guessed' } },
    });
    const given = ['March 9, 2021', 'By Lusa', 'ROME, 30 Nov 2026 (AP) — It.'];
    expect(read(...given)).toMatchObject({
      published: { value: '2021-03-09' },
      source: { name: { value: 'Lusa' } },
    });
    const long = 'x'.repeat(501);
    expect(bodyOf(long, 'ROME — It.')).toBe(`${long}\n\nROME — It.`);
    expect(read('x'.repeat(500), 'ROME — It.').standfirst?.value).toHaveLength(500);
    expect(read('One.', 'Two.', 'ROME — It.').dateline).toBeUndefined();
    expect(read('The hall. (Ana/AP)', 'One.', 'ROME — It.').standfirst?.value).toBe('One.');
  });

  it('has pictures where captions stand, with the line that they were read from', () => {
    const [one, two] = read('The hall. Photo: Ana', 'The hall. (Ana/AP)').text.children;
    expect(one).toMatchObject({
      children: [{ title: 'The hall. (Ana)', data: { line: 'The hall. Photo: Ana' } }],
    });
    expect(two).toMatchObject({ children: [{ title: 'The hall. (Ana/AP)' }] });
    expect(JSON.stringify(two)).not.toContain('data');
  });
});

describe('lines that a mail program cut', () => {
  const [long, end] = ['x'.repeat(51), 'end.'] as [string, string];
  const text = (...blocks: string[][]) => blocks.map((lines) => lines.join('\n')).join('\n \n');

  it('are put together where there are enough of them', () => {
    expect(joinLines(text([long, long, end], [long, end]))).toEqual([
      `${long} ${long} ${end}`,
      `${long} ${end}`,
    ]);
    for (const short of [
      text([long, end], [long, end]),
      text([long, long, long, end]),
      text(['x'.repeat(101), long, long, end], [end]),
      text(['x'.repeat(50), long, long, end], [end]),
    ])
      expect(joinLines(short).length).toBeGreaterThan(3);
  });

  it('leave alone what is a line of its own', () => {
    const alone = ['#sea', 'March 9, 2021', 'About the author', 'Source: AP'];
    expect(joinLines(text([long, long, long, ...alone, long, end], [end]))).toEqual([
      `${long} ${long} ${long}`,
      ...alone,
      `${long} ${end}`,
      end,
    ]);
  });

  it('are compared by their words', () => {
    expect(plain(' “One”, two—three! ')).toBe('one two three');
  });

  it('are paragraphs where there is no empty one', () => {
    const set = (words: string) => toMarkdown(textToMarkdown(words)).trim();
    expect(set('One\ntwo')).toBe('One\n\ntwo');
    expect(set('One\ntwo\n \nthree')).toBe('One two\n\nthree');
    expect(set(' ')).toBe('');
  });
});

describe('the language of a text', () => {
  const long = (words: string) => `${words} `.repeat(Math.ceil(70 / words.length));
  it.each([
    ['the boat and the sea', 'en'],
    ['os barcos não foi com uma para ao', 'pt'],
    ['die Boote und das Meer', 'de'],
    ['анија ћирилица', 'sr-Cyrl'],
    ['море је', 'sr-Cyrl'],
    ['ѓорѓи оди дома', 'mk'],
    ['мы видели море', undefined],
    ['доброто море вода', undefined],
    ['البحر والسفن', 'ar'],
    ['دریا پچ گکی', undefined],
    ['zzz yyy xxx studenoga', 'hr'],
    ['zzz yyy xxx', undefined],
  ])('is detected by its words: %s', (words, language) => {
    expect(guessLanguage(long(words))).toBe(language);
  });

  it('is not guessed of a few words', () => {
    const words = 'the boat '.repeat(20).replaceAll(' ', '');
    expect(guessLanguage(`the ${'a'.repeat(56)}`)).toBeUndefined();
    expect(guessLanguage(`${'the '.repeat(19)}${words.slice(0, 3)}`)).toBe('en');
    expect(guessLanguage(`${'the '.repeat(19)}ab`)).toBeUndefined();
  });
});
