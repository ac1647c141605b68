import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// node tests/costs.ts: what each row of the tables in docs/dependencies.md costs on this machine.

/** What package-lock.json says of a package. */
export interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  version?: string;
  optional?: boolean;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** Where packages are installed: for the site and its tests, and for what few checks need. */
export const installed = { site: '.', tools: 'tests/tools' };

/** All packages by their folders; the project’s own is ''. */
export type Packages = Record<string, Locked>;

/** What a row of a table says. */
export interface Row {
  names: string[];
  kB: number;
  packages: number;
}

/** The rows of the tables in a Markdown text whose third cell is a cost, such as `1,367 kB in 2`. */
export function rowsOf(markdown: string): Row[] {
  const rows = markdown.matchAll(/^\| ([^|]+?) +\|[^|]+\| +([\d,]+) kB in (\d+) \|/gm);
  return [...rows].map(([, names = '', kB = '', packages]) => ({
    names: names.split(', '),
    kB: Number(kB.replaceAll(',', '')),
    packages: Number(packages),
  }));
}

/** Where a package finds another one, as Node looks for it: in its own folder, then further out. */
function find(name: string, from: string, packages: Packages): string | undefined {
  const path = join(from, 'node_modules', name);
  if (path in packages || from === '') return path in packages ? path : undefined;
  return find(name, from.slice(0, from.lastIndexOf('node_modules')).replace(/\/$/, ''), packages);
}

/** The folders of the project’s packages of these names and of all that they need. */
function needed(names: string[], packages: Packages, isInstalled: (folder: string) => boolean) {
  const folders = new Set<string>();
  const add = (name: string, from: string) => {
    const folder = find(name, from, packages);
    if (folder === undefined || folders.has(folder) || !isInstalled(folder)) return;
    folders.add(folder);
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
      packages[folder] ?? {};
    const peers = Object.keys(peerDependencies ?? {});
    const needs = { ...dependencies, ...optionalDependencies };
    for (const need of Object.keys(needs)) add(need, folder);
    for (const peer of peers) if (!peerDependenciesMeta?.[peer]?.optional) add(peer, folder);
  };
  for (const name of names) add(name, '');
  return folders;
}

/**
 * The folders that would go with some of the project’s packages. What the site is made with is
 * measured as if nothing else were installed.
 */
export function goneWith(
  names: string[],
  packages: Packages,
  isInstalled: (folder: string) => boolean,
): string[] {
  const own = packages[''] ?? {};
  const dependencies = { ...own.dependencies, ...own.optionalDependencies };
  const forSite = names.every((name) => name in dependencies);
  const all = Object.keys(forSite ? dependencies : { ...dependencies, ...own.devDependencies });
  const others = all.filter((name) => !names.includes(name));
  const kept = needed(others, packages, isInstalled);
  return [...needed(all, packages, isInstalled)].filter((folder) => !kept.has(folder));
}

/** The bytes of a package’s files, without the packages in its folder. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sizeOf(path) : lstatSync(path).size;
    })
    .reduce((sum, size) => sum + size, 0);
}

/**
 * What is installed for some of the project’s packages alone.
 * @param root where they are installed
 */
export function costOf(names: string[], packages: Packages, root: string = installed.site): Row {
  const folders = goneWith(names, packages, (folder) => existsSync(join(root, folder)));
  const bytes = folders.reduce((sum, folder) => sum + sizeOf(join(root, folder)), 0);
  return { names, kB: Math.round(bytes / 1000), packages: folders.length };
}

/** What a package-lock.json says of packages. */
export function lockedPackages(root: string = installed.site): Packages {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
  return (JSON.parse(text) as { packages: Packages }).packages;
}

/** Where the packages of a row are installed. */
export const rootOf = ({ names }: Row): string =>
  names.every((name) => name in (lockedPackages(installed.tools)['']?.dependencies ?? {}))
    ? installed.tools
    : installed.site;

if (import.meta.main)
  for (const row of rowsOf(readFileSync('docs/dependencies.md', 'utf8'))) {
    const { names } = row;
    const { kB, packages } = costOf(names, lockedPackages(rootOf(row)), rootOf(row));
    console.log(`${kB.toLocaleString('en')} kB in ${packages}\t${names.join(', ')}`);
  }
