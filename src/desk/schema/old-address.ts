import { z } from 'astro/zod';
import { FixableError } from '../problem.ts';
import { refuse } from './refuse.ts';

/**
 * Reads an address that something had before, below the front page, and writes it as all code compares it:
 * decoded (RFC 3986, section 2.1), with a slash at its end where its last part looks like no file's name,
 * and without `index.html`. `/2019/05/caf%c3%a9` becomes `/2019/05/café/`.
 * @param written a path of this site, or one with a parameter, `/?p=123`
 * @param withWildcard whether one `*` may stand for anything
 * @throws {FixableError} when no host could tell it, or not all hosts would tell it alike
 */
export function readOldAddress(written: string, withWildcard = false): string {
  if (/^[a-z]+:\/\//i.test(written))
    throw new FixableError(
      `${written} is a whole address.`,
      `Write it from the slash after the host on${URL.canParse(written) ? `: ${pathOf(written)}` : ''}.`,
    );
  if (!written.startsWith('/'))
    throw new FixableError(`${written} is not a path of this site.`, `Begin it with a slash: /…`);
  if (written.includes('#'))
    throw new FixableError(
      `${written} has a # part, which browsers do not send.`,
      'Leave out the # and what follows it.',
    );
  const [path = '', ...queries] = written.split('?');
  const decoded = path.split('/').map((part) => readPart(part, written, withWildcard));
  checkParts(decoded, written);
  if (withWildcard && path.split('*').length > 2)
    throw new FixableError(
      `${written} has several *.`,
      'One * can stand for anything, slashes too.',
    );
  const query = queries.length > 0 ? `?${readQuery(queries.join('?'), written)}` : '';
  if (query && path.includes('*'))
    throw new FixableError(
      `${written} has a * beside a parameter.`,
      'Write each address by itself, or the * without the parameter.',
    );
  const whole = withSlash(decoded);
  if (whole === '/' && query === '')
    throw new FixableError('/ is the front page.', 'Name an address at which nothing is now.');
  return whole + query;
}

/** What tells two addresses apart on every host and every disk: not capitals, not the slash at the end. */
export const comparable = (address: string) =>
  address.toLowerCase().replace(/(?<=.)\/(?=$|\?)/, '');

/** An address that something had before, as the desk compares it. */
export const oldAddress = z.string().transform((written, context) => {
  try {
    return readOldAddress(written);
  } catch (error) {
    if (!(error instanceof FixableError)) throw error;
    refuse(context, error.summary, error.fix);
    return z.NEVER;
  }
});

/** Addresses of before, for whatever has an address now. */
export const formerly = (what: string) =>
  z
    .array(oldAddress)
    .optional()
    .meta({
      description: `Addresses that ${what} had before, here or on an older site; they lead to the present one. Any path below the front page will do, also with one parameter.`,
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
      `${written} has a % that begins no character in UTF-8.`,
      'Write the letters themselves, such as é, or their bytes in UTF-8, such as %C3%A9.',
    );
  }
  // Each of these means something else in the files of one host or another, or is a part's border.
  const [odd] =
    /[\p{Cc}\\/"%$<>^`{|}:*#?]/u.exec(withWildcard ? decoded.replace('*', '') : decoded) ?? [];
  if (odd === undefined) return decoded;
  if (odd === '*')
    throw new FixableError(
      `${written} has a *, which is for content/redirects.yaml.`,
      'Write a single address here, and the pattern there.',
    );
  throw new FixableError(
    `${written} has a character that not all hosts can be told (${JSON.stringify(odd)}).`,
    'Leave this address out, or have a * stand for that part of it in content/redirects.yaml.',
  );
}

function checkParts(parts: string[], written: string): void {
  const inner = parts.slice(1, -1);
  if (inner.includes(''))
    throw new FixableError(`${written} has two slashes in a row.`, 'Write one.');
  const dotted = parts.find((part) => part.startsWith('.') && part !== '.well-known');
  if (dotted !== undefined)
    throw new FixableError(
      `${written} has a part that begins with a dot, which hosts keep to themselves.`,
      'Leave this address out.',
    );
  const bytes = (text: string) => Buffer.byteLength(text);
  // nginx's hash has room for 494 bytes as docs/hosting.md sets it up; a file's name may have 255 on most disks.
  if (
    bytes(written) > 1200 ||
    bytes(parts.join('/')) > 350 ||
    parts.some((part) => bytes(part) > 200)
  )
    throw new FixableError(
      `${written.slice(0, 60)}… is too long.`,
      'An old address has 350 bytes at most, and 200 between two slashes.',
    );
}

function readQuery(query: string, written: string): string {
  const pairs = query.split('&').filter(Boolean);
  const [name = '', value = ''] = pairs.length === 1 ? pairs[0]!.split(/=(.*)/s) : [];
  if (/^\w{1,40}$/.test(name) && /^[\w.~-]{1,100}$/.test(value)) return `${name}=${value}`;
  throw new FixableError(
    `${written} does not name one parameter with a value of letters, digits, dots and hyphens.`,
    'Name the one that tells the page, such as /?p=123. Others may stand beside it when it is asked for.',
  );
}

function withSlash(parts: string[]): string {
  const last = parts.at(-1)!;
  if (last === 'index.html') return `${parts.slice(0, -1).join('/')}/`;
  const looksLikeFile = last === '' || /[.*]/.test(last);
  return looksLikeFile ? parts.join('/') : `${parts.join('/')}/`;
}
