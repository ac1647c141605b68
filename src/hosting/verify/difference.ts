import { said, type Answer } from './ask.ts';
import type { Promised } from './promised.ts';

/** A difference between the live site and the build. */
export interface Difference {
  address: string;
  /** The aspect that differs, `header cache-control of file` or `status of gone`. */
  what: string;
  /** A sentence that is the same for all addresses with this problem. */
  problem: string;
}

/** A difference without its address. */
export type Finding = Omit<Difference, 'address'>;

const subjects: Record<Promised['what'], string> = {
  file: 'A file',
  unchanged: 'A revalidation (If-None-Match)',
  folder: 'A page without its trailing slash',
  above: 'The front page without its trailing slash',
  moved: 'A page that has moved',
  query: 'An old address with a query',
  pattern: 'An address that matches a pattern in redirects.yaml',
  removed: 'An address that redirects.yaml marks as gone',
  gone: 'A story that was taken down',
  missing: 'A missing page',
  unserved: 'A file for the host only',
};

/** Compares the status of a response with what was promised. */
export function differentStatus(answer: Answer, { what, status }: Promised): Finding[] {
  if (status.includes(answer.status)) return [];
  const problem = `${subjects[what]} answers ${answer.status}, not ${status[0]}.`;
  return [{ what: `status of ${what}`, problem }];
}

/**
 * Compares the headers of a response with what was promised.
 * @param known the names of all headers in the policy; one that was not promised is a problem too
 */
export function differentHeaders(
  answer: Answer,
  { what, headers }: Promised,
  known: Iterable<string>,
): Finding[] {
  if (!headers) return [];
  const names = new Set([...Object.keys(headers), ...known]);
  return [...new Set([...names, ...single])].flatMap((name) => {
    const values = answer.headers.filter(([one]) => one === name).map(([, value]) => value);
    const problem =
      values.length > 1
        ? `is sent ${values.length} times`
        : names.has(name) && differentValue(values[0], headers[name], name);
    const title = name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
    return problem ? [{ what: `header ${name} of ${what}`, problem: `${title} ${problem}.` }] : [];
  });
}

/** Headers that the host adds itself. If one is sent twice, programs may use either. */
const single = ['content-encoding', 'etag', 'last-modified', 'location'];

function differentValue(value: string | undefined, promised: string | undefined, name: string) {
  if (promised === undefined) return value !== undefined && 'is sent where it does not belong';
  if (value === undefined) return 'is missing';
  const [got, due] = [value, promised].map(name === 'content-type' ? plainType : String);
  return got !== due && `is ${apart(value, promised)}`;
}

/**
 * Media types in lowercase without spaces (RFC 9110, section 8.3.1), with equivalent types unified (RFC
 * 9239, section 6; RFC 7303, section 9.2).
 */
const plainType = (type: string) =>
  type
    .toLowerCase()
    .replace(/\s*;\s*/g, ';')
    .replace(/^(?:application|text)\/(javascript|xml)(?:;charset=utf-8)?$/, '$1');

/** Two values, from shortly before the first difference. */
function apart(got: string, due: string): string {
  let at = 0;
  while (at < got.length && got[at] === due[at]) at += 1;
  const from = Math.max(0, got.lastIndexOf(' ', at - 1));
  const part = (text: string) => {
    const rest = text.slice(from).trim();
    return `“${from > 0 ? '…' : ''}${rest.length > 60 ? `${rest.slice(0, 60)}…` : rest}”`;
  };
  return `${part(got)}, not ${part(due)}`;
}

/** Compares the target of a redirect with what was promised, whether absolute or relative. */
export function differentPlace(
  answer: Answer,
  { what, location }: Promised,
  asked: URL,
): Finding[] {
  if (location === undefined) return [];
  const to = said(answer, 'location');
  const finding = (problem: string): Finding[] => [{ what: `location of ${what}`, problem }];
  if (to === undefined) return finding('A redirect has no Location.');
  // Hexadecimal digits are equivalent in either case (RFC 3986, section 6.2.2.1).
  const whole = (written: string) =>
    new URL(written, asked).href.replace(/%[0-9a-f]{2}/gi, (byte) => byte.toUpperCase());
  const right = URL.canParse(to, asked) && whole(to) === whole(location);
  return right ? [] : finding(`A redirect leads to ${to}, not to ${location}.`);
}
