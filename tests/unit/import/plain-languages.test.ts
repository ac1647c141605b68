import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../src/import/plain-text.ts';
import { plainCopies } from './plain-copies.ts';

const at = '2026-11-30 19:30';
const change = '2026-12-01 08:05';

/** What is read of each copy: who signs, the place, the times, the source and the credit of the picture. */
const expected: Record<keyof typeof plainCopies, object> = {
  sq: {
    authors: ['Arta Kosumi'],
    sections: ['Ekonomi'],
    tags: ['Porti', 'Lumbardhi', 'transport'],
    place: 'LUMBARDH',
    published: at,
    source: 'KosovaPress',
    caption: 'Udhëtarët presin në bankinë të hënën, më 30 nëntor 2026. (Arta Kosumi/KosovaPress)',
    about: 'Arta Kosumi shkruan për detin dhe anijet.',
    language: 'sq',
  },
  de: {
    authors: ['Lena Auer', 'Jonas Rieck'],
    place: 'Niederau',
    published: at,
    updated: change,
    source: 'Deutsche Presse-Agentur (dpa)',
    standfirst: 'Der Bau soll 3,4 Millionen Euro kosten und bis 2029 dauern.',
    caption: 'Der Entwurf zeigt das Becken von Süden. (Lena Auer/dpa)',
    language: 'de',
  },
  pt: {
    authors: ['Ana Reis', 'Tomás Lobo'],
    sections: ['Política'],
    tags: ['orçamento', 'VilaNovaDoMar'],
    place: 'Vila Nova do Mar',
    published: at,
    source: 'Lusa',
    caption: 'A sala da câmara, esta segunda-feira. (Tomás Lobo/Lusa)',
    language: 'pt',
  },
  fr: {
    authors: ['Léa Morin'],
    place: 'PORT-BRUN',
    published: at,
    updated: change,
    source: 'Agence France-Presse (AFP)',
    caption: 'La salle du conseil, lundi. (Léa Morin/AFP)',
    language: 'fr',
  },
  it: {
    authors: ['Anna Reali'],
    place: 'PORTOCHIARO',
    published: at,
    source: 'ANSA',
    caption: 'La sala del consiglio, lunedì (Anna Reali/ANSA)',
    language: 'it',
  },
  tr: {
    authors: ['Ayşe Yıldız'],
    place: 'YENİLİMAN',
    published: at,
    updated: change,
    source: 'AA',
    caption: 'Meclis salonu, pazartesi. (Ayşe Yıldız/AA)',
    language: 'tr',
  },
  'sr-Cyrl': {
    authors: ['Ана Рајић'],
    place: 'НОВИ ПРИСТАН',
    published: at,
    source: 'Танјуг',
    caption: 'Сала Скупштине у понедељак. (Ана Рајић/Танјуг)',
    language: 'sr-Cyrl',
  },
  hr: {
    authors: ['Ana Rajić'],
    place: 'NOVA LUKA',
    published: at,
    source: 'Hina',
    caption: 'Vijećnica u ponedjeljak (Ana Rajić/Hina)',
    language: 'hr',
  },
  es: {
    authors: ['Lucía de la Vega'],
    place: 'Puertoclaro',
    published: at,
    source: 'EFE',
    caption: 'El salón de plenos, el lunes. (Lucía de la Vega/EFE)',
    language: 'es',
  },
  ar: {
    authors: ['سارة حسن'],
    place: 'الميناء الجديد',
    published: at,
    source: 'كونا',
    caption: 'قاعة المجلس يوم الاثنين. (سارة حسن/كونا)',
    language: 'ar',
  },
};

describe('a story copied as plain text', () => {
  it.each(Object.entries(plainCopies))('in %s', (name, text) => {
    const imported = readPlainText(text);
    const captions = imported.text.children.flatMap((block) =>
      block.type === 'paragraph'
        ? block.children.flatMap((node) => (node.type === 'image' ? [node.title] : []))
        : [],
    );
    const { authors, sections, tags, dateline, published, updated, standfirst, about } = imported;
    const fields = {
      authors,
      sections,
      tags,
      place: dateline?.value,
      published: published?.value,
      updated: updated?.value,
      source: imported.source.name?.value,
      standfirst: standfirst?.value,
      caption: captions.join(),
      about,
      language: imported.language?.value,
    };
    const none = { sections: [], tags: [], updated: undefined, standfirst: undefined };
    expect(fields).toEqual({
      ...none,
      about: undefined,
      ...expected[name as keyof typeof expected],
    });
  });

  it('keeps what only looks like a byline or a kicker', () => {
    const text = 'A headline\n\nBy the numbers\n\nBy Tuesday the army\n\nIt rained.';
    const imported = readPlainText(text);
    expect(imported).toMatchObject({ authors: [], sections: [] });
    expect(imported.text.children).toHaveLength(3);
  });

  it('keeps a date in the middle of a text, and tells one that has two meanings', () => {
    const lines = ['A headline', '03/09/2021', 'One.', 'Two.', 'Three.', '24. јуна 1999.', 'Four.'];
    const imported = readPlainText(lines.join('\n\n'));
    expect(imported.published).toBeUndefined();
    expect(imported.lost).toEqual([{ what: 'an ambiguous date', text: '03/09/2021' }]);
    expect(imported.text.children).toHaveLength(5);
  });
});
