import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { FixableError } from '../desk/problem.ts';
import type { BuiltSite } from './built-site.ts';
import { policyWithin } from './content-policy.ts';

/**
 * Writes into each page the policy of content that it needs itself, or takes out what was written.
 * @param folder of the built site; its files may be linked elsewhere, so none is changed in place
 * @param site what each page needs, and what the policy allows besides
 * @param done has the pages that have their policies, or none, already
 * @throws {FixableError} when a page has no place for one
 */
export function writePagePolicies(
  folder: string,
  { found, csp }: Pick<BuiltSite, 'found' | 'csp'>,
  within: boolean,
  done: ReadonlyMap<string, unknown> = new Map(),
): void {
  for (const [file, facts] of found) {
    if (!file.endsWith('.html') || done.has(file)) continue;
    const path = join(folder, file);
    const page = readFileSync(path, 'utf8');
    const place = placeIn(page);
    if (!place && !within) continue;
    if (!place)
      throw new FixableError(
        `${file} has no <meta charset="utf-8">, behind which its Content Security Policy belongs.`,
        'Write it at the top of its head.',
      );
    const policy = within ? start + policyWithin(file, facts, csp) + end : '';
    const after = page.slice(0, place.start) + policy + page.slice(place.end);
    if (after === page) continue;
    rmSync(path);
    writeFileSync(path, after);
  }
}

const [start, end] = ['<meta http-equiv="Content-Security-Policy" content="', '">'];

/**
 * Finds the place for the policy, before everything that it governs: right after the element with the
 * encoding, which must be among the first. If a policy is there already, the place includes it.
 */
function placeIn(page: string): { start: number; end: number } | undefined {
  let place: { start: number; end: number } | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const behind = parser.endIndex + 1;
      if (!place && name === 'meta' && 'charset' in attributes)
        place = { start: behind, end: behind };
      else if (place) {
        if (parser.startIndex === place.end && page.startsWith(start, place.start))
          place.end = behind;
        parser.pause();
      }
    },
  });
  parser.end(page);
  return place;
}
