import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { normalizeWords } from '../../src/search/normalize.ts';
import { editionOf, idOf, story, storyFile } from './content.ts';
import { laid } from './search.ts';

globalThis.fetch = async (address) =>
  new Response(readFileSync(fileURLToPath(String(address).split('?')[0]!)));
const { find } = await import('../../src/search/browser/search-bundle.ts');

/** By language: words as stories have them, each with what readers type to find it. */
const pairs: Record<string, Record<string, string[]>> = {
  en: {
    Đoković: ['Đoković', 'Dokovic', 'Djokovic', 'ĐOKOVIĆ'],
    Djokovic: ['Đoković', 'Djokovic'],
    Łukasz: ['Lukasz', 'łukasz', 'ŁUKASZ'],
    Vučić: ['Vucic'],
    Færøyar: ['Faeroyar', 'færøyar'],
    Ħamrun: ['Hamrun'],
    Þórdís: ['Thordis', 'þórdís'],
    'ministry’s': ['ministry', "ministry's", 'ministry’s'],
    'non‑aligned': ['aligned'],
  },
  pt: {
    informações: ['informação', 'informacao', 'informacoes', 'INFORMAÇÕES'],
    região: ['regiões', 'regioes'],
    alemães: ['alemão', 'alemao'],
    mães: ['mãe', 'mae'],
    animais: ['animal'],
    'd’água': ['água', 'agua'],
  },
  es: { elecciones: ['elección', 'eleccion'], niño: ['nino', 'niños'], Bogotá: ['bogota'] },
  fr: {
    'l’Ukraine': ['Ukraine', "l'Ukraine", 'l’Ukraine', 'ukraine'],
    'd’Hondt': ['Hondt', 'd’Hondt'],
    cœur: ['coeur', 'cœur'],
    'présidentielles,': ['presidentielle', 'présidentielle'],
  },
  de: { Häuser: ['Haus', 'hauser'], Straße: ['strasse', 'Straße', 'STRASSE'], Grüße: ['grusse'] },
  it: { 'dell’Ucraina': ['Ucraina', "dell'ucraina"], città: ['citta'], perché: ['perche'] },
  tr: {
    ışık: ['isik', 'IŞIK', 'ışık'],
    İstanbul: ['istanbul', 'İSTANBUL', 'ISTANBUL'],
    seçim: ['secim'],
    Ankara: ['ankara'],
  },
  sq: {
    Shqipëri: ['shqiperi', 'Shqipëri', 'Shqipërisë'],
    Çamëria: ['cameria'],
    drejtësi: ['drejtesi'],
    qeverisë: ['qeveria', 'qeverinë', 'qeverise', 'qeveritë', 'QEVERIVE'],
    Kosovës: ['Kosova', 'Kosovë', 'kosoven', 'kosoves'],
    Prishtina: ['Prishtinë', 'Prishtinës'],
    zgjedhjeve: ['zgjedhjet', 'zgjedhje'],
  },
  sr: {
    буџет: ['budžet', 'budzet', 'буџет', 'буџету'],
    Чачак: ['Čačak', 'cacak', 'ЧАЧАК'],
    Љубиша: ['Ljubiša', 'ljubisa', 'Љубиша'],
    Ђоковић: ['Đoković', 'Djokovic', 'dokovic'],
    Njegoš: ['Његош', 'njegos'],
  },
  ar: {
    والكويت: ['الكويت', 'كويت', 'للكويت', 'بالكويت'],
    وزير: ['الوزير', 'وزير', 'والوزير'],
    أحمد: ['احمد', 'أحمد'],
    المدينة: ['مدينه', 'مدينة'],
    '٢٠٢١': ['2021', '٢٠٢١'],
  },
  fa: { '۱۴۰۰': ['1400', '١٤٠٠', '۱۴۰۰'], کتاب: ['كتاب', 'کتاب'], می‌خواهم: ['میخواهم'] },
};

let folder = '';
const hidden = new Map<string, string>();

beforeAll(async () => {
  const files = Object.entries(pairs).flatMap(([language, words], at) =>
    Object.keys(words).map((word, number) => {
      const name = `${language}-${number}`;
      hidden.set(`${language} ${word}`, name);
      const fields = { id: idOf(at * 100 + number), headline: `Number ${number}`, language };
      return [`articles/${name}.md`, story(fields, `abc xyz ${word} qqq & \\<rrr> it’s.`)];
    }),
  );
  const edition = await editionOf({ [storyFile]: undefined, ...Object.fromEntries(files) });
  folder = String(pathToFileURL((await laid(edition, 1_000, 1_000)).folder));
});

it.each(Object.keys(pairs))('finds words of “%s” however readers type them', async (language) => {
  const missed: string[] = [];
  for (const [word, asked] of Object.entries(pairs[language]!))
    for (const words of asked) {
      const found = await find(`${folder}/${language}/`, { words, filters: {}, newest: false });
      const hits = await found.hits(0, 20);
      const hit = hits.find(({ url }) => url.includes(`/${hidden.get(`${language} ${word}`)}/`));
      // PageInputs as it is written, and marked.
      if (!hit?.excerpt.includes(`<mark>${word}</mark>`))
        missed.push(`${words} → ${word}: ${hit?.excerpt ?? 'not found'}`);
    }
  expect(missed).toEqual([]);
});

it('leaves every word one word, and texts of other scripts as they are', () => {
  const text = 'ﷺ  l’eau\n\u00ad \u200e а́ 中文 นี่ חָלָב';
  const words = normalizeWords(text, 'ar').split(/\s+/);
  expect(words).toHaveLength(text.split(/\s+/).length);
  expect(words.slice(-3)).toEqual(['中文', 'นี่', 'חָלָב']);
});
