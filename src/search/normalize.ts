/** Letters without a decomposition in Unicode, which Pagefind 1.5 leaves as they are. */
const plainLetters: Record<string, string> = {
  ...{ ł: 'l', đ: 'd', ø: 'o', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ð: 'd' },
  ...{ æ: 'ae', œ: 'oe', þ: 'th', ß: 'ss' },
};

/** Vuk’s Latin letters for the Serbian ones (one for one, as the constitution of 1974 pairs them). */
const serbianLetters: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j' },
  ...{ к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't' },
  ...{ ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š' },
};

/** Letters that keyboards of Arabic, Persian and Urdu have in forms of their own. */
const arabicLetters: Record<string, string> = {
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', ہ: 'ه' },
};

/** The article with the particles that are written as one word with it (Light10: Larkey et al., 2007). */
const arabicPrefix = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=[\p{L}\p{M}]{2})/u;

/**
 * Endings of Albanian nouns, with ë or, as many type, with e; Pagefind has no stemmer for them. An i at the end
 * stays, as qeveri has it of its own: without it Serbi would be serb, and polici polic.
 */
const albanianEndings =
  /(?<=.{3}i)(?:a|[nst][eë]|ve|[nt])$|(?<=.{3}[^aeëiouy])(?:a|at|ave|ash|ë[nst]?|ëve)$|(?<=.{3}[^aeëiouynt])(?:e[nt]?|eve)$|(?<=.{3}[^aeëiouycrs])es$/u;
const albanian = (word: string): string =>
  word
    .toLowerCase()
    .replace(albanianEndings, '')
    // Prishtina and Prishtinë: what looks like an ending behind i may be of the word itself.
    .replace(/(?<=.{3}i)n$/u, '');

/** What puts other letters for those of a table; a word that has any becomes lower case. */
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

/** What is written in several ways in a language, by ISO 639-1. */
const customs: Record<string, (word: string) => string> = {
  // Its rules for endings know the plural of no accented letter: informação, informações.
  pt: (word) => word.replace(/[oõ]es$/iu, 'ão').replace(/(?<!^m)ães$/iu, 'ão'),
  sq: albanian,
  ar: (word) => arabic(word).replace(/[ً-ْٰـ]/gu, '').replace(arabicPrefix, ''),
  ...Object.fromEntries(['fa', 'ur', 'ps', 'ckb'].map((code) => [code, arabic])),
  ...Object.fromEntries(['sr', 'bs', 'hr'].map((code) => [code, serbian])),
};

/** Where the digits of Arabic, Persian and Urdu, Hindi and Bengali begin. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6];
const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0)!;
  return `${code - zeros.findLast((zero) => zero <= code)!}`;
};

/**
 * Words as they are searched: whatever readers type for the same word becomes the same. Both what is
 * indexed and what is asked go through here, since Pagefind only takes marks off letters that Unicode
 * decomposes. Every word stays one word, so that places in the text stay the same.
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
    // Đoković is also written Djokovic.
    return plain(word).replace(/dj/giu, 'd') || written;
  });
}
