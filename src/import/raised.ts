/** Superscripts and subscripts of Unicode (chapter 22.4), for what stands in both in numbers and formulas. */
const plain = '0123456789+−=()';
const raisedForms = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const loweredForms = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';

/** Letters that are set raised as often as numbers are: xⁿ, nº 5, 2ª. */
const letters = new Map([
  ['n', 'ⁿ'],
  ['o', 'º'],
  ['a', 'ª'],
]);

/**
 * What stands raised or lowered in HTML (`sup`, `sub`) as plain text. Set on the line, 10⁶ would be 106
 * and m² would be m2: numbers become the characters that Unicode has for them. Words such as the `st` of
 * 1st stay as they are.
 * @param words what is in the element
 * @returns the text, and whether something in it has no raised or lowered form
 */
export function raised(words: string, kind: 'sup' | 'sub'): { text: string; isWhole: boolean } {
  const written = words.normalize('NFKC').replace(/[-–]/g, '−');
  if (kind === 'sup' && letters.has(written)) return { text: letters.get(written)!, isWhole: true };
  if (!/\d/.test(written)) return { text: words, isWhole: !/[+−=]/.test(written) };
  const forms = kind === 'sup' ? raisedForms : loweredForms;
  const rest = [...written].filter((character) => !plain.includes(character));
  // 10 with 2x above it must not read 10²x; below the line nothing is misread.
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
