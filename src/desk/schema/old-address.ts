import { z } from 'astro/zod';
import { FixableError } from '../problem.ts';
import { refuse } from './refuse.ts';

/**
 * Reads an old address below the front page and normalizes it for comparison: decoded (RFC 3986,
 * section 2.1), without `index.html`, and with a slash at the end unless its last part looks like a
 * file name. `/2019/05/caf%c3%a9` becomes `/2019/05/café/`.
 * @param written a path of this site, or one with a parameter, `/?p=123`
 * @param withWildcard whether one `*` may stand for anything
 * @throws {FixableError} when hosts cannot match the address, or do not all match it in the same way
 */
export function readOldAddress(written: string, withWildcard = false): string {
  if (/^[a-z]+:\/\//i.test(written))
    throw new FixableError(
      `${written} is a full web address.`,
      `Write only the part from the slash after the host${URL.canParse(written) ? `: ${pathOf(written)}` : ''}.`,
    );
  if (!written.startsWith('/'))
    throw new FixableError(`${written} is not a path of this site.`, `Begin it with a slash: /…`);
  if (written.includes('#'))
    throw new FixableError(
      `${written} has a # part, which browsers do not send.`,
      'Remove the # and what follows it.',
    );
  const [path = '', ...queries] = written.split('?');
  const decoded = path.split('/').map((part) => readPart(part, written, withWildcard));
  checkParts(decoded, written);
  if (withWildcard && path.split('*').length > 2)
    throw new FixableError(
      `${written} has more than one *.`,
      'Write one *: it matches anything, including slashes.',
    );
  const query = queries.length > 0 ? `?${readQuery(queries.join('?'), written)}` : '';
  if (query && path.includes('*'))
    throw new FixableError(
      `${written} has both a * and a parameter.`,
      'List each address separately, or remove the parameter.',
    );
  const whole = withSlash(decoded);
  if (whole === '/' && query === '')
    throw new FixableError('/ is the front page.', 'Name an address that is not in use now.');
  return whole + query;
}

/** An address for comparison: case and a slash at the end do not tell two apart on every host and disk. */
export const comparable = (address: string) =>
  address.toLowerCase().replace(/(?<=.)\/(?=$|\?)/, '');

/** An old address, normalized by readOldAddress(). */
export const oldAddress = z.string().transform((written, context) => {
  try {
    return readOldAddress(written);
  } catch (error) {
    if (!(error instanceof FixableError)) throw error;
    refuse(context, error.summary, error.fix);
    return z.NEVER;
  }
});

/** The field for old addresses of something that has an address now. */
export const formerly = (what: string) =>
  z
    .array(oldAddress)
    .optional()
    .meta({
      description: `Earlier addresses of ${what}, here or on an older site; they redirect to the current one. Any path below the front page is allowed, also with one parameter.`,
      examples: ['[/2021/03/09/an-earlier-name/, /2019/05/a-name.html, /?p=123]'],
    });

const pathOf = (address: string) => {
  const { pathname, search } = new URL(address);
  return pathname + search;
};

/** One part of a path, decoded. */
function readPart(part: string, written: string, withWildcard: boolean): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    throw new FixableError(
      `${written} has a % that does not begin a UTF-8 character.`,
      'Write the letters themselves, such as é, or their bytes in UTF-8, such as %C3%A9.',
    );
  }
  // Each of these has a special meaning in some host's files, or separates parts of an address.
  const [odd] =
    /[\p{Cc}\\/"%$<>^`{|}:*#?]/u.exec(withWildcard ? decoded.replace('*', '') : decoded) ?? [];
  if (odd === undefined) return decoded;
  if (odd === '*')
    throw new FixableError(
      `${written} has a *, which only content/redirects.yaml allows.`,
      'Write a single address here, and the pattern there.',
    );
  throw new FixableError(
    `${written} has a character that not all hosts support (${JSON.stringify(odd)}).`,
    'Remove this address, or put it in content/redirects.yaml with a * for that part.',
  );
}

function checkParts(parts: string[], written: string): void {
  const inner = parts.slice(1, -1);
  if (inner.includes(''))
    throw new FixableError(`${written} has two slashes in a row.`, 'Write one.');
  const dotted = parts.find((part) => part.startsWith('.') && part !== '.well-known');
  if (dotted !== undefined)
    throw new FixableError(
      `${written} has a part that begins with a dot, which hosts do not serve.`,
      'Remove this address.',
    );
  const bytes = (text: string) => Buffer.byteLength(text);
  // nginx's hash holds 494 bytes as docs/hosting.md sets it up; most disks allow file names of 255.
  if (
    bytes(written) > 1200 ||
    bytes(parts.join('/')) > 350 ||
    parts.some((part) => bytes(part) > 200)
  )
    throw new FixableError(
      `${written.slice(0, 60)}… is too long.`,
      'Remove this address: the limit is 350 bytes, and 200 between two slashes.',
    );
}

function readQuery(query: string, written: string): string {
  const pairs = query.split('&').filter(Boolean);
  const [name = '', value = ''] = pairs.length === 1 ? pairs[0]!.split(/=(.*)/s) : [];
  if (/^\w{1,40}$/.test(name) && /^[\w.~-]{1,100}$/.test(value)) return `${name}=${value}`;
  throw new FixableError(
    `${written} does not have exactly one parameter with a value of letters, digits, dots and hyphens.`,
    'Name the parameter that identifies the page, such as /?p=123. A request may have others as well.',
  );
}

function withSlash(parts: string[]): string {
  const last = parts.at(-1)!;
  if (last === 'index.html') return `${parts.slice(0, -1).join('/')}/`;
  const looksLikeFile = last === '' || /[.*]/.test(last);
  return looksLikeFile ? parts.join('/') : `${parts.join('/')}/`;
}
