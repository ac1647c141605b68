import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FixableError, type Problem, type Place } from './problem.ts';
import { readOldAddress } from './schema/old-address.ts';
import { readTextFile } from './text-file.ts';
import { readYaml } from './yaml.ts';
import { fromProject } from '../files/project.ts';

/** An entry of redirects.yaml. */
export interface Redirect {
  /** As normalized by readOldAddress(). One `*` matches anything, including slashes and nothing. */
  from: string;
  /**
   * A decoded path below the front page or a full web address elsewhere. A `*` in it is the text that the
   * `*` of `from` matched. Undefined if `from` is permanently gone.
   */
  to: string | undefined;
  /** The file’s path from the project’s root, and the places of both in it. */
  file: string;
  fromPlace: () => Place;
  toPlace: () => Place;
}

/**
 * Reads redirects.yaml: pairs of an old address and its target.
 * @param content the content folder
 * @param url the address of the front page, if it is known
 * @param problems receives every problem, with its place
 * @returns single addresses in the order of the file, then patterns, the most specific first; empty
 *   without such a file
 */
export function readRedirects(
  content: string,
  url: string | undefined,
  problems: Problem[],
): Redirect[] {
  const path = join(content, 'redirects.yaml');
  if (!existsSync(path)) return [];
  const file = fromProject(path);
  const text = readTextFile(path);
  if (typeof text !== 'string') {
    problems.push({ file, ...text });
    return [];
  }
  const yaml = readYaml(text);
  problems.push(...yaml.problems.map((problem) => ({ file, ...problem })));
  if (yaml.problems.length > 0 || yaml.data === null) return [];
  if (typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    problems.push({
      file,
      line: 1,
      column: 1,
      summary: 'This file is not a list of redirects.',
      fix: example,
    });
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
  problems.push(...loops(patterns));
  return [...redirects.filter((redirect) => !isPattern(redirect)), ...patterns];
}

const example =
  'Write one redirect per line: an old address, a colon, and a path, an https: address or `gone`, such as `/2019/*: /archive/`.';

/** The text before and after a `*`. */
export const around = (pattern: string) => pattern.split('*') as [before: string, after: string];

/** Patterns with more fixed text come first: the text before the `*` counts, then the text after it. */
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
      'An address with a parameter can’t be `gone`.',
      'Remove this redirect; readers get the page without the parameter.',
    );
  }
  if (typeof target !== 'string' || !/^(?:\/|https:\/\/)/.test(target))
    throw new FixableError(`${from} does not lead to an address.`, example);
  const stars = target.split('*').length - 1;
  if (stars > 1) throw new FixableError(`${target} has more than one *.`, 'Write one.');
  if (stars === 1 && !from.includes('*'))
    throw new FixableError(
      `${target} has a *, but the old address has none.`,
      'Write a * in both, or in neither.',
    );
  return target.startsWith('/') ? readPath(target) : readElsewhere(target, url);
}

function readPath(target: string): string {
  let decoded: string;
  try {
    decoded = decodeURI(target);
  } catch {
    throw new FixableError(
      `${target} has a % that does not begin a UTF-8 character.`,
      'Write the letters themselves, such as é.',
    );
  }
  if (/[?#\\\p{Cc}"%$<>^`{|}]|\/\//u.test(decoded))
    throw new FixableError(
      `${target} is not the address of a page here.`,
      'Write it as readers see it, such as /about/, without a ? or # part.',
    );
  return decoded;
}

function readElsewhere(target: string, url: string | undefined): string {
  const parsed = URL.canParse(target) ? new URL(target) : undefined;
  if (!parsed || parsed.username || parsed.password)
    throw new FixableError(`${target} is not a web address.`, 'Copy it from a browser.');
  if (url !== undefined && parsed.host === new URL(url).host)
    throw new FixableError(
      `${target} is an address of this host.`,
      'If it is on this site, write only its path below the front page, beginning with a slash.',
    );
  const { origin, pathname, search, hash } = parsed;
  if (target.includes('*') && !pathname.includes('*'))
    throw new FixableError(`${target} has its * outside the path.`, 'Move the * after the host.');
  // A server that decodes and encodes the path, as Apache does, must get the same path.
  const plain = decodeURI(pathname);
  if (encodeURI(plain) !== pathname || /[\p{Cc}:()+\\"$<>^`{|}'%]/u.test(plain + search + hash))
    throw new FixableError(
      `${target} has a character that not all hosts support.`,
      'Choose a page nearby whose address has none of these: : + ( ) \\ " $ \' { } or an encoded / ? #.',
    );
  return origin + pathname + search + hash;
}

/** Reports patterns whose target another pattern may match, perhaps in an endless loop. */
function loops(patterns: Redirect[]): Problem[] {
  return patterns.flatMap(({ to, file, toPlace }): Problem[] => {
    if (to === undefined || !to.includes('*') || !to.startsWith('/')) return [];
    const again = patterns.find(({ from }) => mayFit(to, from));
    if (!again) return [];
    return [
      {
        file,
        ...toPlace(),
        summary: `${to} may match ${again.from} and redirect again, in a loop.`,
        fix: 'Choose a target that no pattern in this file matches.',
      },
    ];
  });
}

/** Whether some address matches both patterns. */
function mayFit(one: string, other: string): boolean {
  const [[before, after], [otherBefore, otherAfter]] = [around(one), around(other)];
  const meet = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
  const reversed = (text: string) => [...text].reverse().join('');
  return meet(before, otherBefore) && meet(reversed(after), reversed(otherAfter));
}
