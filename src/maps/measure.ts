/**
 * Widths of letters in DejaVu Sans Bold, the widest typeface in which a system may show a map, as
 * fractions of the font size. The first pattern that matches a letter applies.
 */
const widths: [RegExp, number][] = [
  [/[\p{M}\p{Default_Ignorable_Code_Point}]/u, 0],
  [/[ .,:;'’‘|!iIjl·]/, 0.4],
  [/[frt()[\]\-/“”"*]/, 0.53],
  [/[MWmw@%&—…æœÆŒжшщюыљњ]/, 1.12],
  [/[a-zà-öø-ÿ?\p{Nd}]/u, 0.72],
  [/[A-ZÀ-ÖØ-Þ]/, 0.87],
  [/\p{Script=Arabic}/u, 0.88],
  [/[\p{Ll}]/u, 0.8],
  [/[\p{Script=Latin}\p{Script=Greek}]/u, 0.95],
  [/[\p{L}\p{N}\p{P}]/u, 1.1],
];

/** The maximum width of a text in any system typeface, in px. */
export function widthOf(text: string, size: number): number {
  const letters = [...text].map(
    (letter) => widths.find(([kind]) => kind.test(letter))?.[1] ?? 1.35,
  );
  return size * letters.reduce((sum, width) => sum + width, 0);
}

/**
 * Breaks a text between words into lines.
 * @param most the maximum line width in px; a longer word is shortened, with an ellipsis
 */
export function linesOf(text: string, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, size) <= most) lines[lines.length - 1] = longer;
    else lines.push(cut(word, size, most));
  }
  return lines;
}

function cut(word: string, size: number, most: number): string {
  if (widthOf(word, size) <= most) return word;
  const letters = [...word];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size) > most) letters.pop();
  return `${letters.join('')}…`;
}

/** Whether a text is right-to-left, by its first letter (UAX #9, P2 and P3). */
export const isFromRight = (text: string) =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
