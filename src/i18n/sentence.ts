/**
 * A sentence with something in it that is more than text, such as a date or a link. Where in the
 * sentence that stands is the language’s own business.
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
