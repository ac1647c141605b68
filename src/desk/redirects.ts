import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FixableError, type Problem, type Place } from './problem.ts';
import { readOldAddress } from './schema/old-address.ts';
import { readTextFile } from './text-file.ts';
import { readYaml } from './yaml.ts';

/** An entry of redirects.yaml. */
export interface Redirect {
  /** As readOldAddress() writes it; one `*` stands for anything, slashes and nothing too. */
  from: string;
  /**
   * A decoded path below the front page or a whole address elsewhere, in which a `*` is what that of `from`
   * stood for; undefined where `from` is gone for good.
   */
  to: string | undefined;
  /** The file as the editor knows it, and where in it both stand. */
  file: string;
  fromPlace: () => Place;
  toPlace: () => Place;
}

/**
 * Reads redirects.yaml: pairs of an old address and where it leads.
 * @param content the content folder
 * @param url the address of the front page, if that is known
 * @param problems where every problem is added, with its place
 * @returns single addresses in the order of the file, then patterns, the most specific first; none where
 *   there is no such file
 */
export function readRedirects(
  content: string,
  url: string | undefined,
  problems: Problem[],
): Redirect[] {
  const path = join(content, 'redirects.yaml');
  if (!existsSync(path)) return [];
  const file = relative('', path);
  const text = readTextFile(path);
  if (typeof text !== 'string') {
    problems.push({ file, ...text });
    return [];
  }
  const yaml = readYaml(text);
  problems.push(...yaml.problems.map((problem) => ({ file, ...problem })));
  if (yaml.problems.length > 0 || yaml.data === null) return [];
  if (typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    problems.push({ file, line: 1, column: 1, summary: 'This file holds no pairs.', fix: example });
    return [];
  }
  const redirects = Object.entries(yaml.data).flatMap(([written, target]): Redirect[] => {
    const places = {
      fromPlace: () => yaml.placeOfKey([], written),
      toPlace: () => yaml.placeOf([written]),
    };
    const attempt = <Read>(place: () => Place, read: () => Read): Read | FixableError => {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof FixableError)) throw error;
        problems.push({ file, ...place(), summary: error.summary, fix: error.fix });
        return error;
      }
    };
    const from = attempt(places.fromPlace, () => readOldAddress(written, true));
    const to = attempt(places.toPlace, () => readTarget(target, written, url));
    if (from instanceof FixableError || to instanceof FixableError) return [];
    return [{ from, to, file, ...places }];
  });
  const isPattern = ({ from }: Redirect) => from.includes('*');
  const patterns = redirects.filter(isPattern).toSorted(bySpecificity);
  problems.push(...circles(patterns));
  return [...redirects.filter((redirect) => !isPattern(redirect)), ...patterns];
}

const example =
  'Write a pair to a line: an old address, a colon and a path, an https: address or `gone`, such as `/2019/*: /archive/`.';

/** The text before and after a `*`. */
export const around = (pattern: string) => pattern.split('*') as [before: string, after: string];

/** The longer what must be there, the earlier: first before the `*`, then after it. */
function bySpecificity(one: Redirect, other: Redirect): number {
  const [[before, after], [otherBefore, otherAfter]] = [around(one.from), around(other.from)];
  return (
    otherBefore.length - before.length ||
    otherAfter.length - after.length ||
    (one.from < other.from ? -1 : 1)
  );
}

function readTarget(target: unknown, from: string, url: string | undefined): string | undefined {
  if (target === 'gone') {
    if (!from.includes('?')) return undefined;
    throw new FixableError(
      'What a parameter tells can’t be gone.',
      'Take the pair out; the page without the parameter answers.',
    );
  }
  if (typeof target !== 'string' || !/^(?:\/|https:\/\/)/.test(target))
    throw new FixableError(`${from} leads to no address.`, example);
  const stars = target.split('*').length - 1;
  if (stars > 1) throw new FixableError(`${target} has several *.`, 'Write one.');
  if (stars === 1 && !from.includes('*'))
    throw new FixableError(
      `${target} has a * that stands for nothing.`,
      'Write one on the left too, or none.',
    );
  return target.startsWith('/') ? readPath(target) : readElsewhere(target, url);
}

function readPath(target: string): string {
  let decoded: string;
  try {
    decoded = decodeURI(target);
  } catch {
    throw new FixableError(
      `${target} has a % that begins no character in UTF-8.`,
      'Write the letters.',
    );
  }
  if (/[?#\\\p{Cc}"%$<>^`{|}]|\/\//u.test(decoded))
    throw new FixableError(
      `${target} is not the address of a page here.`,
      'Write it as it reads, such as /about/, with no ? or # part.',
    );
  return decoded;
}

function readElsewhere(target: string, url: string | undefined): string {
  const parsed = URL.canParse(target) ? new URL(target) : undefined;
  if (!parsed || parsed.username || parsed.password)
    throw new FixableError(`${target} is no web address.`, 'Copy it out of a browser.');
  if (url !== undefined && parsed.host === new URL(url).host)
    throw new FixableError(
      `${target} is an address of this host.`,
      'If it is of this site, write it from its first slash after the front page on.',
    );
  const { origin, pathname, search, hash } = parsed;
  if (target.includes('*') && !pathname.includes('*'))
    throw new FixableError(`${target} has its * not in the path.`, 'Have it stand after the host.');
  // A server that decodes and encodes the path, as Apache does, must come out at the same.
  const plain = decodeURI(pathname);
  if (encodeURI(plain) !== pathname || /[\p{Cc}:()+\\"$<>^`{|}'%]/u.test(plain + search + hash))
    throw new FixableError(
      `${target} has a character that not all hosts can be told.`,
      'Lead to a page nearby that has none of them: : + ( ) \\ " $ \' { } or an encoded / ? #.',
    );
  return origin + pathname + search + hash;
}

/** Patterns that lead to where a pattern leads on again, maybe for ever. */
function circles(patterns: Redirect[]): Problem[] {
  return patterns.flatMap(({ to, file, toPlace }): Problem[] => {
    if (to === undefined || !to.includes('*') || !to.startsWith('/')) return [];
    const again = patterns.find(({ from }) => mayFit(to, from));
    if (!again) return [];
    return [
      {
        file,
        ...toPlace(),
        summary: `${to} may be an address that ${again.from} leads on from, and so on in a circle.`,
        fix: 'Lead to where no pattern of this file begins.',
      },
    ];
  });
}

/** Whether there is an address that both patterns fit. */
function mayFit(one: string, other: string): boolean {
  const [[before, after], [otherBefore, otherAfter]] = [around(one), around(other)];
  const meet = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
  const reversed = (text: string) => [...text].reverse().join('');
  return meet(before, otherBefore) && meet(reversed(after), reversed(otherAfter));
}
