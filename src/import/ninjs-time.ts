import type { Found } from './imported-story.ts';
import { momentOf } from './moment-of.ts';

/**
 * A time of ninjs as the desk reads it. The format has none for a day alone: senders, this newsroom
 * among them, write its start, so that midnight by an offset is taken for the day.
 */
export function dayOrTime(text: string): Found | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})T00:00(?::00(?:\.0+)?)?[+-]\d{2}:\d{2}$/.exec(text)?.[1];
  if (day) return { value: day, how: 'guessed', from: text };
  const value = momentOf(text);
  return value === '' ? undefined : { value, how: 'taken' };
}
