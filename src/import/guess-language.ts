import { languagesOfName, small } from './calendar-words.ts';

/** Short words that are common in one of the languages and rare in the others. */
const common: Record<string, string> = {
  en: 'the of and to in is was that with for on it by he she from at his are were',
  pt: 'o a os as de do da em um uma que não com para por mais dos das no na e foi ao',
  es: 'el la los las de del en un una que no con para por más y fue al se es lo',
  fr: 'le la les de des du en un une que ne pas avec pour par et a est au dans qui sur',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine hat am um',
  it: 'il lo la i gli le di del della in un una che non con per e è ha al da nel sono',
  tr: 've bir bu da de için ile olarak çok daha olan kadar sonra dedi ise en her gibi o',
  sq: 'e të i në dhe me për nga një që u si më se ka është do por ishte tha nuk është',
};

/** Letters that distinguish Slavic languages with the same short words. */
const slavic: [RegExp, string][] = [
  [/[ђћ]|(?<!\p{L})је(?!\p{L})/iu, 'sr-Cyrl'],
  [/[ѓќѕ]/iu, 'mk'],
];

/**
 * Guesses the language of a text, among those of small newsrooms, by its script, its common short words, or
 * its months and days. Only the latter distinguish Serbian, Bosnian and Croatian.
 * @returns a BCP 47 tag, or undefined if the text is too short or in another language
 */
export function guessLanguage(text: string): string | undefined {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  if (all < 60) return undefined;
  if (count(/\p{Script=Arabic}/gu) > all / 2)
    // Persian and Urdu have letters that Arabic does not have.
    return count(/[پچژگکی]/gu) > all / 50 ? undefined : 'ar';
  if (count(/\p{Script=Cyrillic}/gu) > all / 2)
    return /[ыэъёіїє]/iu.test(text)
      ? undefined
      : slavic.find(([letters]) => letters.test(text))?.[1];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [first, second] = Object.entries(common)
    .map(([language, list]) => {
      const own = new Set(list.split(' '));
      return { language, share: words.filter((word) => own.has(word)).length / words.length };
    })
    .toSorted((a, b) => b.share - a.share);
  return first && second && first.share > 0.12 && first.share > second.share * 1.25
    ? first.language
    : byCalendar(words);
}

function byCalendar(words: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) {
    // Abbreviations are also words in other languages.
    if (word.length < 4) continue;
    for (const language of languagesOfName.get(small(word)) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
