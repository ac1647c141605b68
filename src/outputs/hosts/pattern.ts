/**
 * A rule’s paths as a regular expression that nginx, Caddy and Apache read alike. A page may be asked
 * for by its file too, as these servers do themselves.
 */
export function patternOf(paths: string): string {
  const [start = '', end] = paths.split('*').map(escaped);
  if (end === undefined) return `^${start}${start.endsWith('/') ? '(?:index\\.html)?' : ''}$`;
  return end ? `^${start}.*${end}$` : `^${start}`;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
