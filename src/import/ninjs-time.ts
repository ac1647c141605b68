import type { Found } from './imported-story.ts';
import { momentOf } from './moment-of.ts';

/**
 * Converts a ninjs time to one that the desk reads. The format has no days without a time: senders,
 * including this software, write the start of the day. So midnight with an offset is read as a day.
 */
export function dayOrTime(text: string): Found | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})T00:00(?::00(?:\.0+)?)?[+-]\d{2}:\d{2}$/.exec(text)?.[1];
  if (day) return { value: day, how: 'guessed', from: text };
  const value = momentOf(text);
  return value === '' ? undefined : { value, how: 'taken' };
}
