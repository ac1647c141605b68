import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setBody } from '../../src/desk/body.ts';
import { hold, typeset } from '../../src/desk/typography/typeset.ts';
import { toHtml } from '../../src/outputs/prose.ts';
import { seedOr } from './seed.ts';

const set = (text: string, language: string) =>
  setBody(text, undefined, language)
    .body.blocks.map((block) =>
      'nodes' in block ? shown(toHtml(block.nodes, (href) => href)) : '',
    )
    .join('');
const shown = (text: string) => text.replaceAll('\u00a0', '~');

describe('quotation marks', () => {
  it.each([
    ['en', '"We go," she said.', '“We go,” she said.'],
    ['en', 'He said: "She told me \'no\' twice."', 'He said: “She told me ‘no’ twice.”'],
    ['en', 'The council ("the board") met.', 'The council (“the board”) met.'],
    ['en', '"Yes"—"no"', '“Yes”—“no”'],
    ['en-GB', "'Yes', he said.", '‘Yes’, he said.'],
    ['sq', '"Po," tha ajo.', '“Po,” tha ajo.'],
    ['sr', '"Да", рекла је.', '„Да”, рекла је.'],
    ['sr-Latn', '"Da", rekla je.', '„Da”, rekla je.'],
    ['ar', 'قالت "نعم" اليوم', 'قالت ”نعم“ اليوم'],
    ['ja', 'He said "hai".', 'He said "hai".'],
    ['sq', 'Tha:"Po" dhe anti-"Jo"', 'Tha:“Po” dhe anti-“Jo”'],
    ['sr', 'Рекла је:"Да".', 'Рекла је:„Да”.'],
    ['ar', 'لـ"رويترز" و"الجزيرة" قالت "نعم"', 'لـ”رويترز“ و”الجزيرة“ قالت ”نعم“'],
  ])('are those of the language: %s %s', (language, written, told) => {
    expect(typeset(written, language)).toBe(told);
  });

  it.each([
    ["The force's men don't know.", 'The force’s men don’t know.'],
    ["It was the '90s, in '98.", 'It was the ’90s, in ’98.'],
    ["The soldiers' families", 'The soldiers’ families'],
    ["Rock 'n' roll and the workers' pay", 'Rock ’n’ roll and the workers’ pay'],
    ["'Rock 'n' roll,' he said.", '‘Rock ’n’ roll,’ he said.'],
    ["'Tis so, said the drivers' union", '’Tis so, said the drivers’ union'],
    ["Get 'em, said the soldiers' leader", 'Get ’em, said the soldiers’ leader'],
    ["'em' is a tag", '‘em’ is a tag'],
    ["The '90s' best band, '98's worst", 'The ’90s’ best band, ’98’s worst'],
    ['A gun of 5" and a man of 6\'2"', 'A gun of 5" and a man of 6\'2"'],
    ['"He is 6\'2" tall," she said', '“He is 6\'2" tall,” she said'],
    ["42°39'45\" N, 5' tall", "42°39'45\" N, 5' tall"],
    [
      'See https://x.example/a--b...c, a...@x.example',
      'See https://x.example/a--b...c, a...@x.example',
    ],
    ['"Who\'s there?"', '“Who’s there?”'],
    ['“It’s set.”', '“It’s set.”'],
    ['"An open quotation goes on', '“An open quotation goes on'],
  ])('are distinguished from apostrophes and feet: %s', (written, told) => {
    expect(typeset(written, 'en')).toBe(told);
  });

  it('may stand in different parts of a line', () => {
    expect(set('"*Never*," said [the "man"](/about/) — "*never*".', 'en')).toBe(
      '<p>“<em>Never</em>,” said <a href="/about/">the “man”</a>~— “<em>never</em>”.</p>',
    );
  });

  it('begin anew in each paragraph, as quotations over several do', () => {
    expect(set('"One.\n\n"Two."', 'en')).toBe('<p>“One.</p><p>“Two.”</p>');
  });
});

describe('dashes and dots', () => {
  it.each([
    ['en', 'The army -- small -- went.', 'The army — small — went.'],
    ['en', 'The army - small - went.', 'The army — small — went.'],
    ['sq', 'Ushtria -- e vogël -- shkoi.', 'Ushtria – e vogël – shkoi.'],
    [
      'en',
      'The army---small---went, 1998--1999, 5 - 3, a well-known part',
      'The army—small—went, 1998–1999, 5 - 3, a well-known part',
    ],
    ['en', 'And so on...', 'And so on…'],
    ['en', '.... and ---- stay', '.... and ---- stay'],
    ['ja', 'A -- b...', 'A – b…'],
  ])('%s %s', (language, written, told) => {
    expect(typeset(written, language)).toBe(told);
  });
});

describe('spaces at which no line ends', () => {
  it.each([
    [
      'en',
      'On March 9, 2021 at 9:30 a.m. Maj. Gen. J. Correll ran 5 km.',
      'On March~9, 2021 at 9:30~a.m. Maj.~Gen.~J.~Correll ran 5~km.',
    ],
    [
      'en',
      'On 9 March 13,500 of 3 million went — all.',
      'On 9~March 13,500 of 3~million went~— all.',
    ],
    [
      'en',
      'In 5 minutes May came; the Marching 9 left.',
      'In 5 minutes May came; the Marching 9 left.',
    ],
    ['sq', 'Më 9 mars 5 milionë njerëz', 'Më 9~mars 5~milionë njerëz'],
    ['sr', 'Људи и деца у граду 9. марта', 'Људи и~деца у~граду 9.~марта'],
    ['sr-Latn', 'Deca i ljudi 9. marta', 'Deca i~ljudi 9.~marta'],
    ['ar', 'في 9 مارس', 'في 9~مارس'],
    ['sr', '5. децембра и 30. септембра', '5.~децембра и~30.~септембра'],
    ['sr-Latn', '5. decembra, 1. oktobra', '5.~decembra, 1.~oktobra'],
    ['de', 'Am 24. März 12 % von 3 000 km', 'Am 24.~März 12~% von 3~000~km'],
    ['fr', 'Le 5 décembre, 12 % de 3 000 €', 'Le 5~décembre, 12~% de 3~000~€'],
    ['es', '12 % de 3 000 km', '12~% de 3~000~km'],
    ['it', 'Il 5 dicembre § 3', 'Il 5~dicembre §~3'],
    ['pt', '12 345 678 km', '12~345~678~km'],
    ['mk', 'На 5 декември 12 %', 'На 5~декември 12~%'],
    ['tr', '5 Aralık, 3 000 km', '5~Aralık, 3~000~km'],
    ['ru', '5 декабря 12 %', '5~декабря 12~%'],
    ['cs', '5. prosince 12 %', '5.~prosince 12~%'],
    ['el', '5 Δεκεμβρίου, 3 000 km', '5~Δεκεμβρίου, 3~000~km'],
    [
      'en',
      'In 2021 300 of 5,000 500 called +383 38 200 100.',
      'In 2021 300 of 5,000 500 called +383~38~200~100.',
    ],
  ])('%s %s', (language, written, told) => {
    expect(shown(hold(written, language))).toBe(told);
  });

  it('are only in the running text', () => {
    expect(typeset('On March 9 -- a Tuesday', 'en')).toBe('On March 9 — a Tuesday');
    expect(set('On March 9.', 'en')).toBe('<p>On March~9.</p>');
  });
});

describe('numbers that are dialled', () => {
  const link = '[+383 38 200-100](tel:+38338200100)';
  const shownAs = (dir: string) => `<p><a href="tel:+38338200100"${dir}>+383~38~200-100</a></p>`;

  it('stay in one line, and read from the left where the text does not', () => {
    expect(set(link, 'en')).toBe(shownAs(''));
    expect(set(link, 'ar')).toBe(shownAs(' dir="ltr"'));
    expect(set('اتصل على +383 38 200 100 أو 044 12 34 56.', 'ar')).toBe(
      '<p>اتصل على <span dir="ltr">+383~38~200~100</span> أو <span dir="ltr">044~12~34~56</span>.</p>',
    );
  });

  it('are distinguished from other words and numbers', () => {
    const text = 'في 9/3/2021 من 5 - 3 إلى 2008-2010، 3,400 [اتصل](tel:+383) `1 2 3`';
    expect(set(text, 'ar')).not.toContain('dir=');
    expect(set('Call 044 12 34 56.', 'en')).toBe('<p>Call 044 12 34 56.</p>');
  });
});

it('leaves code and addresses alone', () => {
  const text = '`"a" -- b` <https://example.com/a--b> [x](https://example.com/a--b "A--b")';
  expect(set(text, 'en')).toBe(
    '<p><code>"a" -- b</code> <a href="https://example.com/a--b">https://example.com/a--b</a> <a href="https://example.com/a--b" title="A--b">x</a></p>',
  );
});

it('changes nothing but marks, dashes, dots and spaces, and sets what is set no further', () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    ' ',
    ' -- ',
    '---',
    '...',
    'a',
    'И',
    '9',
    'm',
    '(',
    '“',
    '.',
    '-',
  );
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 20 });
  const bare = (line: string) => line.replaceAll(/["'“”‘’„…—–.\-\s]/g, '');
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'sq', 'sr', 'ar', 'ja'), (pieces, language) => {
      const written = pieces.join('');
      const once = hold(typeset(written, language), language);
      expect(bare(once)).toBe(bare(written));
      expect(hold(typeset(once, language), language)).toBe(once);
    }),
    { numRuns: 3000, seed: seedOr(20211) },
  );
});
