/** Words with which newsrooms label lines around a story, in one language; all in lowercase. */
interface PressWords {
  /** Words before the name in a byline. */
  by: string;
  /** The word between two names. */
  and?: string;
  /** Words in a line with the date of publication, besides months, days and numbers. */
  published: string;
  /** Words that label the time of a change. */
  updated: string;
  /** Words between a date and its time, and around both. */
  time: string;
  /** Words before the credit of a picture. */
  picture: string;
  /** Words before the name of a source, with a colon. */
  source: string;
  /** The heading of the section about the author. */
  about: string;
}

/**
 * The languages in which newsrooms of this size write. Commas separate forms; spaces separate single words
 * of a date line. Months and days come from Intl’s data (`calendar-words.ts`).
 */
export const pressWords: Record<string, PressWords> = {
  en: {
    by: 'by, written by, story by, text by, words by',
    and: 'and',
    published: 'first published posted on date',
    updated: 'last updated modified',
    time: 'at on of',
    picture:
      'photo, photos, photo by, photograph, photograph by, picture, picture by, image, image by, credit, photo credit',
    source: 'original source',
    about: 'about the author, about the authors',
  },
  pt: {
    by: 'por, de, texto de, reportagem de, texto',
    and: 'e',
    published: 'publicado publicada em a o no dia data',
    updated: 'última atualização atualizado atualizada actualizado actualizada',
    time: 'às as à de do horas hora',
    picture: 'foto, fotos, fotografia, foto de, crédito, créditos, imagem',
    source: 'fonte, fonte original',
    about: 'sobre o autor, sobre a autora, sobre os autores',
  },
  es: {
    by: 'por, de, texto de, redacción de',
    and: 'y',
    published: 'publicado publicada en el día fecha',
    updated: 'última actualización actualizado actualizada',
    time: 'a las la de del horas hora hrs',
    picture: 'foto, fotos, fotografía, foto de, crédito, créditos, imagen',
    source: 'fuente, fuente original',
    about: 'sobre el autor, sobre la autora, sobre los autores',
  },
  fr: {
    by: 'par, de, texte de, propos recueillis par, écrit par',
    and: 'et',
    published: 'publié publiée le paru parue',
    updated: 'dernière mise mis à jour modifié modifiée',
    time: 'à de du heures',
    picture:
      'photo, photos, photographie, photo de, photo par, crédit, crédits, crédit photo, crédits photo, image',
    source: 'source, source originale',
    about:
      'à propos de l’auteur, à propos de l’autrice, à propos de l’auteure, l’auteur, l’autrice',
  },
  de: {
    by: 'von, text von, ein bericht von, text',
    and: 'und',
    published: 'veröffentlicht erschienen am den vom',
    updated: 'zuletzt aktualisiert geändert aktualisierung stand',
    time: 'um uhr',
    picture:
      'foto, fotos, foto von, fotografie, bild, bilder, bildquelle, bildnachweis, symbolbild, archivfoto',
    source: 'quelle, originalquelle',
    about: 'über den autor, über die autorin, über die autoren, zum autor, zur autorin, zur person',
  },
  it: {
    by: 'di, a cura di, testo di, scritto da',
    and: 'e, ed',
    published: 'pubblicato pubblicata il lo data',
    updated: 'ultimo aggiornamento aggiornato aggiornata modificato',
    time: 'alle ore ora del dell',
    picture: 'foto, fotografia, foto di, immagine, credit, crediti',
    source: 'fonte, fonte originale',
    about: 'sull’autore, sull’autrice, l’autore, l’autrice, chi è l’autore, chi è l’autrice',
  },
  tr: {
    by: 'haber, yazan, yazı, muhabir, hazırlayan, haberi yazan',
    and: 've',
    published: 'yayınlanma yayımlanma yayın tarihi tarih giriş yayınlandı yayımlandı eklenme',
    updated: 'son güncelleme güncellendi güncellenme tarihi',
    time: 'saat tsi',
    picture: 'fotoğraf, foto, fotoğraflar, görsel',
    source: 'kaynak',
    about: 'yazar hakkında, yazarlar hakkında',
  },
  sq: {
    by: 'nga, shkruan, shkruar nga, shkroi, raporton',
    and: 'dhe, e',
    published: 'publikuar botuar postuar më data',
    updated: 'përditësuar përditësimi i fundit azhurnuar freskuar',
    time: 'në ora orën',
    picture: 'foto, fotografia, fotoja, foto nga, fotografi, foto ilustrim, fotot',
    source: 'burimi, burimi origjinal',
    about: 'rreth autorit, rreth autores, për autorin, për autoren',
  },
  'sr-Latn': {
    by: 'piše, pišu, autor, autorka, autori, od, napisao, napisala, tekst',
    and: 'i',
    published: 'objavljeno objavljen datum dana',
    updated: 'ažurirano izmenjeno poslednja izmena',
    time: 'u časova h godine god',
    picture: 'foto, fotografija, fotografije, izvor fotografije, slika',
    source: 'izvor',
    about: 'o autoru, o autorki, o autorima',
  },
  'sr-Cyrl': {
    by: 'пише, пишу, аутор, ауторка, аутори, од, написао, написала, текст',
    and: 'и',
    published: 'објављено објављен датум дана',
    updated: 'ажурирано измењено последња измена',
    time: 'у часова ч год године',
    picture: 'фото, фотографија, фотографије, слика',
    source: 'извор',
    about: 'о аутору, о ауторки, о ауторима',
  },
  bs: {
    by: 'piše, pišu, autor, autorica, autori, od, napisao, napisala',
    and: 'i',
    published: 'objavljeno objavljen datum dana',
    updated: 'ažurirano izmijenjeno posljednja izmjena',
    time: 'u sati h godine god',
    picture: 'foto, fotografija, fotografije, slika',
    source: 'izvor',
    about: 'o autoru, o autorici, o autorima',
  },
  hr: {
    by: 'piše, pišu, autor, autorica, autori, od, napisao, napisala',
    and: 'i',
    published: 'objavljeno objavljen datum dana',
    updated: 'ažurirano zadnja posljednja izmjena',
    time: 'u sati h godine god',
    picture: 'foto, fotografija, fotografije, slika, snimio, snimila',
    source: 'izvor',
    about: 'o autoru, o autorici, o autorima',
  },
  mk: {
    by: 'од, пишува, автор, авторка, напиша, текст',
    and: 'и',
    published: 'објавено датум на',
    updated: 'ажурирано изменето последна промена',
    time: 'во часот г год година',
    picture: 'фото, фотографија, фотографии, слика',
    source: 'извор',
    about: 'за авторот, за авторката',
  },
  ar: {
    by: 'بقلم, كتب, كتبت, بواسطة, إعداد, تقرير, حوار',
    published: 'نشر نشرت نُشر نُشرت تاريخ النشر في بتاريخ يوم',
    updated: 'آخر تحديث تم التحديث تحديث حدث حُدّث عدل',
    time: 'الساعة على في عند بتوقيت غرينتش',
    picture: 'صورة, الصورة, تصوير, عدسة, مصدر الصورة, صور',
    source: 'المصدر, المصدر الأصلي',
    about: 'عن الكاتب, عن الكاتبة, نبذة عن الكاتب, نبذة عن الكاتبة',
  },
};

/** All forms of a kind, longest first, each with its languages. */
export function formsOf(kind: keyof PressWords): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  const isList = kind !== 'published' && kind !== 'updated' && kind !== 'time';
  for (const [language, words] of Object.entries(pressWords))
    for (const form of (words[kind] ?? '').split(isList ? ', ' : ' ').filter(Boolean))
      forms.set(form, [...(forms.get(form) ?? []), language]);
  return new Map([...forms].toSorted(([a], [b]) => b.length - a.length));
}

/** A regular expression for all forms of a kind, for the flags `iu`. */
export function patternOf(kind: keyof PressWords): string {
  return [...formsOf(kind).keys()]
    .map((form) => form.replaceAll('’', "[’']").replaceAll(' ', String.raw`\s+`))
    .join('|');
}
