/**
 * A moment as the desk reads it, of a time as formats of the web write it (ISO 8601 or RFC 822).
 * @returns `2021-03-09T14:30:00Z`, a day when no time was given, or nothing when it is no moment
 */
export function momentOf(text: string): string {
  const written = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return written;
  const at = new Date(written || Number.NaN);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().replace(/\.\d+Z$/, 'Z');
}
