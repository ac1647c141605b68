import { describe, expect, it } from 'vitest';
import { readByline } from '../../../src/import/byline-line.ts';
import { months } from '../../../src/import/calendar-words.ts';
import { readCaption } from '../../../src/import/caption-line.ts';
import { isAmbiguousDate, readDates } from '../../../src/import/date-line.ts';
import { readDateline } from '../../../src/import/dateline-opening.ts';
import { isAboutAuthor, sourceLine } from '../../../src/import/plain-lines.ts';

describe('a line that is a date', () => {
  const day = '2026-11-30';
  const at = '2026-11-30 19:30';
  it.each([
    ['Tuesday, March 9, 2021', '2021-03-09'],
    ['9 March 2021', '2021-03-09'],
    ['2021-03-09T14:30', '2021-03-09 14:30'],
    ['Published: Mar. 9, 2021 at 2:05 p.m.', '2021-03-09 14:05'],
    ['Updated March 9, 2021, 12:15 am', '2021-03-09 00:15', true],
    ['November 30, 2026 7:30 PM EST', '2026-11-30T19:30-05:00'],
    ['segunda-feira, 30 de novembro de 2026', day],
    ['Publicado em 30/11/2026 - 19:30', at],
    ['30 de novembro de 2026 às 19h30', at],
    ['lunes 30 de noviembre de 2026', day],
    ['Actualizado el 30 de noviembre de 2026 a las 19:30', at, true],
    ['Publié le 30 novembre 2026 à 19 h 30', at],
    ['Montag, 30. November 2026, 19.30 Uhr', at],
    ['Stand: 30.11.2026, 19:30 Uhr', at, true],
    ['Am 30. November 2026 um 19 Uhr', '2026-11-30 19:00'],
    ['lunedì 30 novembre 2026, ore 19:30', at],
    ['Pubblicato il 1º dicembre 2026', '2026-12-01'],
    ['30 Kasım 2026 Pazartesi 19:30', at],
    ['30 KASIM 2026, SAAT 19.30', at],
    ['Son güncelleme: 30.11.2026 - 19:30', at, true],
    ['30 nëntor 2026, 19:30', at],
    ['E hënë, 30 nëntor 2026', day],
    ['Përditësuar më 30 nëntor 2026, ora 19:30', at, true],
    ['30. novembra 2026. u 19:30', at],
    ['Ponedeljak, 30. novembar 2026. 19:30 h', at],
    ['Понедељак, 30. новембра 2026. у 19:30 часова', at],
    ['24. јуна 1999.', '1999-06-24'],
    ['Objavljeno 30. studenoga 2026. u 19:30', at],
    ['30 ноември 2026 г., во 19:30', at],
    ['الاثنين، 30 نوفمبر 2026', day],
    ['نُشر في: ٣٠ نوفمبر ٢٠٢٦ الساعة ٧:٣٠ مساءً', at],
    ['30 تشرين الثاني/نوفمبر 2026', day],
    ['آخر تحديث 30 نوفمبر 2026، 19:30 بتوقيت غرينتش', '2026-11-30T19:30Z', true],
    ['19:30 | 30.11.2026', at],
  ])('%s', (line, moment, isUpdate = false) => {
    expect(readDates(line)).toMatchObject([{ moment, isUpdate }]);
  });

  it('may have two', () => {
    const line = 'Publié le 30 novembre 2026 à 19h30, mis à jour le 1er décembre 2026 à 8h05';
    expect(readDates(line)).toMatchObject([
      { moment: at, isUpdate: false },
      { moment: '2026-12-01 08:05', isUpdate: true },
    ]);
  });

  it.each([
    'February 30, 2021',
    'On March 9, 2021 it rained',
    '03/09/2021',
    'March 2021',
    'Published March 9, 2021, updated March 10, 2021, updated March 11, 2021',
    '31. novembra 2026.',
    '24. марта 1999. почело је',
    'Tirana, 30 nëntor 2026',
    '30 nëntor 2026, 19 të vdekur',
    '30 November 2026 19:30 PST',
    'Am 30. November 2026 um 19 Grad',
  ])('is not %s', (line) => expect(readDates(line)).toEqual([]));

  it('is reported when it is ambiguous', () => {
    expect(['03/09/2021', '03/09/2021, 19:30', '30/11/2026'].map(isAmbiguousDate)).toEqual([
      true,
      true,
      false,
    ]);
    expect(readDates('30/11/2026')).toHaveLength(1);
  });

  it('has twelve months in every language, and no name for two of them', () => {
    for (const locale of ['pt', 'es', 'fr', 'de', 'it', 'tr', 'sq', 'sr', 'sr-Latn', 'hr', 'ar-LB'])
      for (let month = 1; month <= 12; month += 1) {
        const name = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
        const written = name.format(Date.UTC(2026, month - 1, 15));
        expect(readDates(written), written).toMatchObject([
          { moment: `2026-${String(month).padStart(2, '0')}-15` },
        ]);
      }
    expect(months.get('mart')).toBe(3);
  });
});

describe('a line that is a byline', () => {
  it.each([
    ['By Ana Reis', 'Ana Reis'],
    ['BY ANA M. REIS', 'ANA M. REIS'],
    ['By Ana Reis and Lea Moor', 'Ana Reis', 'Lea Moor'],
    ['Por Ana Reis e Lea Moor', 'Ana Reis', 'Lea Moor'],
    ['Por Luis de la Cruz', 'Luis de la Cruz'],
    ['De Ana Reis', 'Ana Reis'],
    ['Por: Redacción', 'Redacción'],
    ['Par Ana Reis et Léa Moor', 'Ana Reis', 'Léa Moor'],
    ['Von Ana Reis', 'Ana Reis'],
    ['Von Ursula von der Aue und Lea Moor', 'Ursula von der Aue', 'Lea Moor'],
    ['Di Ana Reis', 'Ana Reis'],
    ['A cura di Ana Reis', 'Ana Reis'],
    ['Haber: Ayşe Yıldız', 'Ayşe Yıldız'],
    ['Nga Arta Kos dhe Ben Lis', 'Arta Kos', 'Ben Lis'],
    ['Shkruan: Arta Kos', 'Arta Kos'],
    ['Piše: Ana Rajs', 'Ana Rajs'],
    ['Пише: Ана Рајс', 'Ана Рајс'],
    ['Од Ана Рајс', 'Ана Рајс'],
    ['بقلم أحمد علي', 'أحمد علي'],
    ['كتب: أحمد علي', 'أحمد علي'],
  ])('%s', (line, ...names) => expect(readByline(line)).toEqual({ names }));

  it('keeps what it says besides, and knows agencies', () => {
    expect(readByline('Von Ana Reis, Berlin')).toEqual({ names: ['Ana Reis'], rest: 'Berlin' });
    expect(readByline('By The Associated Press')).toEqual({
      names: [],
      agency: 'The Associated Press (AP)',
    });
    expect(readByline('Nga KosovaPress')).toMatchObject({ agency: 'KosovaPress' });
  });

  it.each([
    'By the numbers',
    'By The Numbers',
    'By Tuesday the army',
    'By Tuesday Morning',
    'By Christmas',
    'By Ana Reis, who has lived in the city for more than ten years',
    'De Madrid a Lisboa',
    'Von Januar bis März',
    'Von der Leyen',
    'Par avion',
    'Nga Kosova',
    'Od Prištine do Beograda',
    'تقرير الحكومة',
    'كتب أحمد علي رسالة طويلة',
    'By Ana Reis. She lives here.',
  ])('is not %s', (line) => expect(readByline(line)).toBeUndefined());
});

describe('a paragraph that opens with a dateline', () => {
  it.each([
    ['PRISTINA, Kosovo — It', 'PRISTINA, Kosovo', undefined],
    ['PRISTINA, Kosovo (AP) — It', 'PRISTINA, Kosovo', 'AP'],
    ['WASHINGTON, Nov 30 (Reuters) - It', 'WASHINGTON', 'Reuters'],
    ['SÃO PAULO, Brazil - It', 'SÃO PAULO, Brazil', undefined],
    ['PRISHTINË, 30 nëntor (KosovaPress) – It', 'PRISHTINË', 'KosovaPress'],
    ['Prishtinë, 30 nëntor (KosovaPress) – It', 'Prishtinë', 'KosovaPress'],
    ['TIRANË, 30 nëntor /ATSH/ - It', 'TIRANË', 'ATSH'],
    ['Lisboa, 30 nov 2026 (Lusa) - It', 'Lisboa', 'Lusa'],
    ['Madrid, 30 nov (EFE).- It', 'Madrid', 'EFE'],
    ['PARIS, 30 novembre 2026 (AFP) - It', 'PARIS', 'AFP'],
    ['Berlin/Paris (dpa) - It', 'Berlin/Paris', 'dpa'],
    ['(ANSA) - ROMA, 30 NOV - It', 'ROMA', 'ANSA'],
    ['ANKARA (AA) - It', 'ANKARA', 'AA'],
    ['BEOGRAD, 30. novembra (Tanjug) - It', 'BEOGRAD', 'Tanjug'],
    ['БЕОГРАД, 30. новембра (Танјуг) – It', 'БЕОГРАД', 'Танјуг'],
    ['BANjALUKA, 30. NOVEMBRA /SRNA/ - It', 'BANjALUKA', 'SRNA'],
    ['ZAGREB, 30. studenoga 2026. (Hina) - It', 'ZAGREB', 'Hina'],
    ['الكويت 30 - 11 (كونا) -- It', 'الكويت', 'كونا'],
    ['الكويت في 30 نوفمبر (كونا) - It', 'الكويت', 'كونا'],
    ['القاهرة (رويترز) - It', 'القاهرة', 'رويترز'],
  ])('%s', (line, place, agency) => {
    expect(readDateline(line)).toMatchObject({ place, rest: 'It', ...(agency && { agency }) });
  });

  it.each([
    'Kosovo — a small country',
    'NATO-led troops',
    'The KSF — an army',
    'A — b',
    'Ana (left) – she says',
    'Kosovo (the country) - a place',
    'Prishtinë, 30 vjet (KosovaPress) – It',
  ])('is not %s', (line) => expect(readDateline(line)).toBeUndefined());
});

describe('a line that is a caption', () => {
  it.each([
    ['Troops line up. (Ana Reis/AP)', 'Troops line up. (Ana Reis/AP)'],
    ['Troops line up. (AP Photo/Ana Reis)', 'Troops line up. (AP Photo/Ana Reis)'],
    ['Troops line up. (AP)', 'Troops line up. (AP)'],
    ['The hall. Photo: Ana Reis.', 'The hall. (Ana Reis)'],
    ['A sala vazia. | Foto: Ana Reis / Lusa', 'A sala vazia. (Ana Reis/Lusa)'],
    ['Sala vacía. Crédito: Ana Reis/EFE', 'Sala vacía. (Ana Reis/EFE)'],
    ['La salle. Photo : Ana Reis', 'La salle. (Ana Reis)'],
    ['Die Halle am Montag. Foto: Ana Reis/dpa', 'Die Halle am Montag. (Ana Reis/dpa)'],
    ['La sala vuota (foto Ana Reis)', 'La sala vuota (Ana Reis)'],
    ['Boş salon. Fotoğraf: Ayşe Yıldız / AA', 'Boş salon. (Ayşe Yıldız/AA)'],
    ['Salla bosh. Foto: KosovaPress', 'Salla bosh. (KosovaPress)'],
    ['Prazna sala (Foto: Ana Rajs)', 'Prazna sala (Ana Rajs)'],
    ['Сала у понедељак. Фото: Ана Рајс', 'Сала у понедељак. (Ана Рајс)'],
    ['قاعة فارغة. تصوير: أحمد علي', 'قاعة فارغة. (أحمد علي)'],
    ['قاعة فارغة (تصوير أحمد علي)', 'قاعة فارغة (أحمد علي)'],
    ['The hall. (Photo by Ana Reis/AP)', 'The hall. (Ana Reis/AP)'],
    ['Foto: Ana Reis/dpa', '(Ana Reis/dpa)'],
    ['Foto von Ana Reis', '(Ana Reis)'],
    ['© Ana Reis', '(Ana Reis)'],
  ])('%s', (line, caption) => expect(readCaption(line)).toBe(caption));

  it.each([
    'It is the Kosovo Security Force (KSF)',
    'The boat sails at night (and in rain).',
    'It costs 5 euros (per person/day)',
    'She took a photo: the hall was empty.',
    'She took a photo: Nobody was there',
    'The image: Ana said so',
    'Photo by the lake',
  ])('is not %s', (line) => expect(readCaption(line)).toBe(''));
});

it.each([
  ['Original source', ''],
  ['Original source: AP', 'AP'],
  ['Quelle: dpa', 'dpa'],
  ['Fonte: Lusa', 'Lusa'],
  ['Burimi: KosovaPress', 'KosovaPress'],
  ['Izvor: Hina', 'Hina'],
  ['المصدر: كونا', 'كونا'],
  ['Source of the river', undefined],
  ['Fonte de água', undefined],
])('names a source: %s', (line, name) => expect(sourceLine(line)).toBe(name));

it.each(['About the Author', 'Über die Autorin:', 'Rreth autorit', 'О аутору', 'عن الكاتب'])(
  'tells of its author: %s',
  (line) => expect(isAboutAuthor(line)).toBe(true),
);
