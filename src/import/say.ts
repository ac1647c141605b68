import { visible as shown } from '../desk/visible.ts';

/** A text, shortened to fit a line. */
export function brief(text: string, longest = 120): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Foreign text that is safe to print: on one line, with single spaces. */
export const visible = (text: string): string => shown(text.replace(/\s+/g, ' '));
