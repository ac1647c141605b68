import { visible as shown } from '../desk/visible.ts';

/** A text shortened for a line. */
export function brief(text: string, longest = 120): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** What comes from elsewhere, on one line and with one space between words, as it may be shown. */
export const visible = (text: string): string => shown(text.replace(/\s+/g, ' '));
