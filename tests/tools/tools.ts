import { existsSync, readFileSync } from 'node:fs';
import { skipped } from '../required.ts';

// Judges, browsers and emulators are a package of their own: they are larger than all that builds the site, and most who
// work on it never start them. `npm run tools` installs them, and this module finds them from where it lies.

const here = (path: string) => new URL(path, import.meta.url);
const versionsIn = (path: string) =>
  (
    JSON.parse(readFileSync(here(path), 'utf8')) as {
      packages: Record<string, { version: string } | undefined>;
    }
  ).packages;

/**
 * Whether a tool is installed in the version that is locked.
 * @param name of a package that `package.json` beside this names
 */
function isInstalled(name: string): boolean {
  const path = `node_modules/${name}`;
  const list = 'node_modules/.package-lock.json';
  if (!existsSync(here(list))) return false;
  return versionsIn(list)[path]?.version === versionsIn('package-lock.json')[path]?.version;
}

/**
 * Why tests that need tools are skipped, or an empty text.
 * @throws {Error} where REQUIRE_SERVERS is set: there nothing may be skipped
 */
export function missingTool(...names: string[]): string {
  const name = names.find((one) => !isInstalled(one));
  return name === undefined ? '' : skipped(`${name} is not installed (npm run tools)`);
}

/** Whether all tools are installed in the versions that are locked. */
export function hasTools(): boolean {
  const { dependencies } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies).every(isInstalled);
}

/**
 * The address of a tool’s file.
 * @param path the name of the package, or a file of it
 * @throws {Error} when it is not installed
 */
export const toolFile = (path: string) => import.meta.resolve(path);

/**
 * Loads a tool. What it has is said by who asks: its own types are only there where it is.
 * @throws {Error} when it is not installed
 */
export const loadTool = async <T>(name: string) => (await import(toolFile(name))) as T;
