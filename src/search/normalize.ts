/** Letters that Unicode does not decompose; Pagefind 1.5 leaves them unchanged. */
const plainLetters: Record<string, string> = {
  ...{ ł: 'l', đ: 'd', ø: 'o', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ð: 'd' },
  ...{ æ: 'ae', œ: 'oe', þ: 'th', ß: 'ss' },
};

/**
 * Serbian Cyrillic letters and their Latin equivalents (one to one, as the constitution of 1974 pairs
 * them).
 */
const serbianLetters: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j' },
  ...{ к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't' },
  ...{ ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š' },
};

/** Letters that have their own variants on Arabic, Persian and Urdu keyboards. */
const arabicLetters: Record<string, string> = {
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', ہ: 'ه' },
};

/** The article with the particles that are written together with it (Light10: Larkey et al., 2007). */
const arabicPrefix = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=[\p{L}\p{M}]{2})/u;

/**
 * Endings of Albanian nouns, with ë or, as many people type, e; Pagefind has no stemmer for Albanian. A
 * final i stays, because it may belong to the stem as in qeveri: otherwise Serbi would become serb, and
 * polici polic.
 */
const albanianEndings =
  /(?<=.{3}i)(?:a|[nst][eë]|ve|[nt])$|(?<=.{3}[^aeëiouy])(?:a|at|ave|ash|ë[nst]?|ëve)$|(?<=.{3}[^aeëiouynt])(?:e[nt]?|eve)$|(?<=.{3}[^aeëiouycrs])es$/u;
const albanian = (word: string): string =>
  word
    .toLowerCase()
    .replace(albanianEndings, '')
    // Prishtina and Prishtinë: an apparent ending after i may belong to the stem.
    .replace(/(?<=.{3}i)n$/u, '');

/** Returns a function that replaces letters by a table; a word with any of them becomes lowercase. */
const replacing = (letters: Record<string, string>) => {
  const any = new RegExp(Object.keys(letters).join('|'), 'gu');
  return (word: string): string => {
    const small = word.toLowerCase();
    const replaced = small.replace(any, (letter) => letters[letter]!);
    return replaced === small ? word : replaced;
  };
};

const plain = replacing(plainLetters);
const serbian = replacing(serbianLetters);
const arabic = replacing(arabicLetters);

/** Normalization for spelling variants of a language, by ISO 639-1. */
const customs: Record<string, (word: string) => string> = {
  // Its stemmer does not handle plurals with accented letters: informação, informações.
  pt: (word) => word.replace(/[oõ]es$/iu, 'ão').replace(/(?<!^m)ães$/iu, 'ão'),
  sq: albanian,
  ar: (word) => arabic(word).replace(/[ً-ْٰـ]/gu, '').replace(arabicPrefix, ''),
  ...Object.fromEntries(['fa', 'ur', 'ps', 'ckb'].map((code) => [code, arabic])),
  ...Object.fromEntries(['sr', 'bs', 'hr'].map((code) => [code, serbian])),
};

/** The code points of zero in Arabic, in Persian and Urdu, in Hindi and in Bengali. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6];
const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0)!;
  return `${code - zeros.findLast((zero) => zero <= code)!}`;
};

/**
 * Normalizes words for search, so that all spellings of a word become the same. Both the index and
 * queries use this, because Pagefind removes marks only from letters that Unicode decomposes. Every word
 * stays one word, so that positions in the text stay the same.
 * @param language ISO 639-1
 */
export function normalizeWords(text: string, language: string): string {
  const custom = customs[language];
  return text.replace(/\S+/gu, (written) => {
    let word = written
      .normalize('NFC')
      .replace(/[’ʼ＇]/gu, "'")
      .replace(/[‐‑]/gu, '-');
    word = word.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
    word = word.replace(/[٠-٩۰-۹०-९০-৯]/gu, asciiDigit);
    if (custom) word = word.replace(/[\p{L}\p{M}]+/gu, custom);
    // Đoković is also spelled Djokovic.
    return plain(word).replace(/dj/giu, 'd') || written;
  });
}
