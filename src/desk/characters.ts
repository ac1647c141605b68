import type { ProblemText, Place } from './problem.ts';

/**
 * Characters that a story must not contain: control characters except tab and line feed (other line ends
 * become line feeds when a file is read), characters that XML forbids
 * (https://www.w3.org/TR/xml/#charsets), unpaired surrogates, and the overrides and isolates that make
 * text read differently from how it is stored (https://trojansource.codes).
 */
const forbidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * The first forbidden character of a text.
 * @returns its UTF-16 index and the message about it, or undefined
 */
export function findForbidden(text: string): (ProblemText & { index: number }) | undefined {
  const index = text.search(forbidden);
  if (index < 0) return undefined;
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return {
    index,
    summary: `There is a forbidden invisible character here (U+${code}).`,
    fix: retype,
  };
}

/** The fix for a forbidden character. */
export const retype = 'Delete it: retype the words around it by hand.';

/** The place of a UTF-16 index in a text. */
export function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: index - lineStart + 1 };
}
