import { h } from 'hastscript';
import { toHtml } from './prose.ts';

/** A sentence to an editor as HTML: what stands between backticks is to be typed as it is. */
export function inCode(sentence: string): string {
  const pieces = sentence.split(/`([^`]+)`/);
  return toHtml(
    pieces.map((piece, at) => (at % 2 === 1 ? h('code', piece) : { type: 'text', value: piece })),
    (href) => href,
  );
}
