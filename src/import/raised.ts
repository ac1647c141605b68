/** The characters that Unicode has both as superscripts and subscripts (chapter 22.4). */
const plain = '0123456789+−=()';
const raisedForms = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const loweredForms = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';

/** Letters that are commonly raised: xⁿ, nº 5, 2ª. */
const letters = new Map([
  ['n', 'ⁿ'],
  ['o', 'º'],
  ['a', 'ª'],
]);

/**
 * Converts superscripts and subscripts in HTML (`sup`, `sub`) to plain text. Without this, 10⁶ would become
 * 106, and m² m2. Numbers become Unicode’s characters for them; words such as the `st` of 1st stay.
 * @param words the content of the element
 * @returns the text, and whether all of it could be converted
 */
export function raised(words: string, kind: 'sup' | 'sub'): { text: string; isWhole: boolean } {
  const written = words.normalize('NFKC').replace(/[-–]/g, '−');
  if (kind === 'sup' && letters.has(written)) return { text: letters.get(written)!, isWhole: true };
  if (!/\d/.test(written)) return { text: words, isWhole: !/[+−=]/.test(written) };
  const forms = kind === 'sup' ? raisedForms : loweredForms;
  const rest = [...written].filter((character) => !plain.includes(character));
  // 10 with a superscript 2x must not become 10²x; subscripts are not misread.
  if (kind === 'sup' && rest.some((character) => /\p{L}/u.test(character) && character !== 'n'))
    return { text: `^(${words})`, isWhole: false };
  const text = [...written]
    .map((character) => {
      const at = plain.indexOf(character);
      const letter = kind === 'sup' && character === 'n' ? 'ⁿ' : character;
      return at < 0 ? letter : [...forms][at];
    })
    .join('');
  return { text, isWhole: rest.every((character) => /[\sn[\]*]/.test(character)) };
}
