import { FixableError } from '../desk/problem.ts';

/**
 * Holds what is written for a host against what that reads of it.
 * @param what there is too much of, such as “redirects”
 * @throws {FixableError} when the host would leave something out
 */
export function limit(host: string, what: string, most: number, found: number): void {
  if (found <= most) return;
  const [reads, needs] = [most, found].map((number) => number.toLocaleString('en'));
  throw new FixableError(
    `${host} reads ${reads} ${what} at most, and this site needs ${needs}.`,
    'It would ignore the rest: choose another host.',
  );
}
