import { h } from 'hastscript';
import { toHtml } from './prose.ts';

/** A message to an editor as HTML; text between backticks becomes code. */
export function inCode(sentence: string): string {
  const pieces = sentence.split(/`([^`]+)`/);
  return toHtml(
    pieces.map((piece, at) => (at % 2 === 1 ? h('code', piece) : { type: 'text', value: piece })),
    (href) => href,
  );
}
