import { htmlOf, type Around } from './wordpress-code-kinds.ts';

const opening = /(\[?)\[(\/?)([a-z][\w-]*)/gi;

/**
 * Replaces WordPress’s shortcodes by HTML with the same content. An unknown shortcode is reported as lost,
 * and its content stays. Words in brackets, such as [sic], stay.
 */
export function withoutCodes(html: string, around: Around, depth = 0): string {
  const finder = new RegExp(opening);
  let result = '';
  let at = 0;
  for (let found = finder.exec(html); found; found = finder.exec(html)) {
    const [whole, escape = '', isEnd, name = ''] = found;
    const start = found.index + escape.length;
    const end = endOf(html, found.index + whole.length);
    if (end === undefined || isInTag(html, start)) continue;
    if (escape && html[end] === ']') {
      // Double brackets escape a shortcode in WordPress.
      result += html.slice(at, start) + html.slice(start + 1, end);
      at = end + 1;
      finder.lastIndex = at;
      continue;
    }
    const closing = `[/${name}]`;
    const closeAt = isEnd || depth > 9 ? -1 : html.indexOf(closing, end);
    const written = html.slice(found.index + whole.length, end - 1);
    const isOne = closeAt >= 0 || isEnd || name === 'gallery' || /[\w-]\s*=|https?:/.test(written);
    if (!isOne && !standsAlone(html, name, start, end)) continue;
    result += html.slice(at, start);
    at = closeAt < 0 ? end : closeAt + closing.length;
    finder.lastIndex = at;
    if (isEnd) continue;
    const inner =
      closeAt < 0 ? undefined : withoutCodes(html.slice(end, closeAt), around, depth + 1);
    const attributes = attributesIn(written);
    const code = { name: name.toLowerCase(), opening: html.slice(start, end), attributes, inner };
    result += htmlOf(code, around);
  }
  return result + html.slice(at);
}

/** The maximum length of a shortcode. */
const reach = 2000;

/** The end of a shortcode that begins before a position, after its bracket; undefined if it is not one. */
function endOf(html: string, from: number): number | undefined {
  for (let at = from; at < from + reach; at += 1) {
    const character = html[at];
    if (character === ']') return at + 1;
    if (character === undefined || character === '[' || character === '<') return undefined;
    if (at === from && !/[\s/]/.test(character)) return undefined;
    const isQuote = (character === '"' || character === "'") && html[at - 1] === '=';
    if (!isQuote) continue;
    const end = html.slice(at + 1, at + reach).indexOf(character);
    if (end < 0) return undefined;
    at += end + 1;
  }
  return undefined;
}

function isInTag(html: string, at: number): boolean {
  const before = html.slice(Math.max(0, at - reach), at);
  return before.lastIndexOf('<') > before.lastIndexOf('>');
}

/** Whether a shortcode without attributes and end is alone on its line, with a name that is not a word. */
function standsAlone(html: string, name: string, start: number, end: number): boolean {
  return (
    /[_-]/.test(name) &&
    /(?:^|[\n>])\s*$/.test(html.slice(Math.max(0, start - 9), start)) &&
    /^\s*(?:$|[\n<])/.test(html.slice(end, end + 9))
  );
}

function attributesIn(written: string): Map<string, string> {
  const pairs = written.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g);
  return new Map(
    [...pairs].map(([, key = '', ...values]) => [
      key.toLowerCase(),
      values.find((value) => value !== undefined) ?? '',
    ]),
  );
}
