import { FixableError } from '../desk/problem.ts';

/**
 * Checks a number of rules against the limit of a host.
 * @param what the kind of rules, such as “redirects”
 * @throws {FixableError} if the host would ignore some of them
 */
export function limit(host: string, what: string, most: number, found: number): void {
  if (found <= most) return;
  const [reads, needs] = [most, found].map((number) => number.toLocaleString('en'));
  throw new FixableError(
    `${host} reads ${reads} ${what} at most, and this site needs ${needs}.`,
    'It would ignore the rest: choose another host.',
  );
}
