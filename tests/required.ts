import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program of this machine is, or nothing if it is not installed. */
export const programOf = (name: string) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/**
 * Why tests are skipped on this machine.
 * @throws {Error} where REQUIRE_SERVERS is set, as in CI: there nothing may be skipped
 */
export function skipped(why: string): string {
  if (process.env.REQUIRE_SERVERS) throw new Error(`REQUIRE_SERVERS is set, but ${why}.`);
  return `skipped, as ${why}`;
}

/** Why tests that need programs are skipped on this machine, or an empty text. */
export function missing(...programs: string[]): string {
  const name = programs.find((program) => !programOf(program));
  return name === undefined ? '' : skipped(`${name} is not installed`);
}
