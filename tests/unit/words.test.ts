import { describe, expect, it } from 'vitest';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { numbersFor, type Numbers } from '../../src/i18n/numbers.ts';
import { sq } from '../../src/i18n/sq.ts';
import { sr } from '../../src/i18n/sr.ts';
import { wordsFor } from '../../src/i18n/words.ts';

const tables = Object.entries({ en, sq, sr, ar });
/** What two languages say alike. */
const shared = ['page.comma', 'kinds.opinion', 'notices.opening', 'finding.mail'];

/** Every text of a table by its path; functions are asked, with what they are given in brackets. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const said: unknown = words.length === 0 ? words() : words('[1]', '[2]');
    return [[path, [said].flat().join('')]];
  }
  return Object.entries(words as object).flatMap(([name, part]) =>
    textsOf(part, path ? `${path}.${name}` : name),
  );
}

/** A language’s numbers, which note what is counted in which forms. */
function noting(tag: string): { numbers: Numbers; forms: string[][] } {
  const forms: string[][] = [];
  const counted: Numbers['counted'] = (given) => {
    forms.push(Object.keys(given).sort());
    return () => given.other;
  };
  return { numbers: { ...numbersFor(tag), number: String, counted }, forms };
}

describe('the tables', () => {
  const english = new Map(textsOf(en(noting('en').numbers)));

  it.each(tables.slice(1))('say in %s nothing in English', (tag, table) => {
    const texts = textsOf(table(noting(tag).numbers));
    expect(texts.map(([path]) => path)).toEqual([...english.keys()]);
    const same = texts.filter(([path, text]) => text === english.get(path));
    expect(same.map(([path]) => path).filter((path) => !shared.includes(path))).toEqual([]);
  });

  it.each(tables)('have in %s all that is put into a sentence', (tag, table) => {
    for (const [path, text] of textsOf(table(noting(tag).numbers)))
      expect([path, text.match(/\[\d\]/g)?.sort()]).toEqual([
        path,
        english
          .get(path)
          ?.match(/\[\d\]/g)
          ?.sort(),
      ]);
  });

  it.each(tables)('count in %s in every plural of the language', (tag, table) => {
    const { numbers, forms } = noting(tag);
    table(numbers);
    const plurals = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) expect(form).toEqual(plurals);
  });
});

describe('wordsFor', () => {
  it('counts as the language does', () => {
    const counts = [0, 1, 2, 3, 11, 21, 100, 1234];
    const count = (tag: string) => counts.map(wordsFor(tag).list.stories);
    expect(count('en-US')).toEqual([
      ...['0 stories', '1 story', '2 stories', '3 stories', '11 stories', '21 stories'],
      ...['100 stories', '1,234 stories'],
    ]);
    expect(count('sr')).toEqual([
      ...['0 чланака', '1 чланак', '2 чланка', '3 чланка', '11 чланака', '21 чланак'],
      ...['100 чланака', '1.234 чланка'],
    ]);
    expect(count('ar')).toEqual([
      ...['لا أخبار', 'خبر واحد', 'خبران', '3 أخبار', '11 خبرًا', '21 خبرًا', '100 خبر'],
      '1,234 خبرًا',
    ]);
  });

  it('takes the words of the language and the digits of the region', () => {
    expect(wordsFor('ar-EG').list.stories(3)).toBe('٣ أخبار');
    expect(wordsFor('ar-MA').list.stories(3)).toBe('3 أخبار');
  });

  it('speaks English where there is no table', () => {
    expect(wordsFor('de').list.stories(1234)).toBe('1,234 stories');
  });
});
