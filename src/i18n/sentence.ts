/**
 * A template tag for a sentence with parts that are not only text, such as a date or a link. Each
 * language decides their position in the sentence.
 * @returns the pieces in order
 */
export function sentence<Parts extends unknown[]>(
  texts: TemplateStringsArray,
  ...parts: Parts
): (string | Parts[number])[] {
  return texts
    .flatMap((text, at) => (at < parts.length ? [text, parts[at]] : [text]))
    .filter((piece) => piece !== '');
}
