import { readFileSync } from 'node:fs';
import { findForbidden, placeAt } from './characters.ts';
import { findConflict } from './conflict.ts';
import type { ProblemText, Place } from './problem.ts';

/**
 * Reads a text file of the content.
 * @returns its text with line ends as `\\n`, or why the desk refuses it
 */
export function readTextFile(path: string): string | (Place & ProblemText) {
  const bytes = readFileSync(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return {
      line: 1,
      column: 1,
      summary: 'This file is not UTF-8 text.',
      fix: 'Save it again as UTF-8.',
    };
  }
  text = text.replaceAll(/\r\n?/g, '\n');
  const conflict = findConflict(text);
  if (conflict) return conflict;
  const hidden = findForbidden(text);
  if (!hidden) return text;
  const { index, ...problemText } = hidden;
  return { ...placeAt(text, index), ...problemText };
}
