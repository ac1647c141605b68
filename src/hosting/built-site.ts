import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FixableError } from '../desk/problem.ts';
import type { OldAddresses } from '../edition/model.ts';
import { filesIn } from '../files/walk.ts';

/** What a host has to know of a built site. All of it is found in the site’s own files. */
export interface BuiltSite extends OldAddresses {
  /** The address of the front page. */
  url: string;
  /** Every file that readers may ask for, by its path below the front page, in order. */
  files: string[];
  /** What lies there for the host itself and has no address. */
  unserved: string[];
  /** What a policy must allow, as its sources (CSP 3, section 2.3.1, hash-source). */
  hashes: Hashes & {
    /** The styles in maps. */
    maps: string[];
  };
  /** The paths of stories that were taken down. */
  gone: string[];
  /** What of that was found in each page and each map, by its path. */
  found: Map<string, PageFacts>;
}

/** What a host has to know of a page, or of a map. */
export interface PageFacts extends Hashes {
  /** Whether it says that a story was taken down. */
  isGone?: true;
}

/** What stands in pages for browsers to apply or run. */
export interface Hashes {
  styles: string[];
  /** The scripts, but not their data. */
  scripts: string[];
}

/** Whether readers may ask for a file: what begins with a dot is for hosts, but for `.well-known`. */
const isServed = (file: string) =>
  !/(?:^|\/)\.(?!well-known(?:\/|$))/.test(file) && !forHosts.includes(file);

/** Where each address of before leads; the rest of a built site tells that of none but by its pages. */
export const redirectsFile = '.redirects.json';

/** What hosts read themselves; a host that has no use for it must not serve it either. */
const forHosts = ['_headers', '_redirects', 'vercel.json'];

/** All that any host reads, so that nothing of another one is left. */
export const filesOfHosts = [
  '.host',
  '.htaccess',
  '.nojekyll',
  '_headers',
  '_redirects',
  'vercel.json',
];

/** By this file a build knows its own folder. It is nobody’s business, and no harm where a host serves it. */
export const marker = '.newsroom';

const isPrecompressed = (file: string) => /\.(?:br|gz|zst)$/.test(file);

/** The path of a file’s page or of the file itself, below the front page: `about/` or `feed.xml`. */
export const pathOf = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

/** The path of the page of an old address. */
export const pageOf = (from: string) => from.replace(/\/?$/, '/');

/**
 * Reads a built site.
 * @param known what was found before in files that have not changed since, which are not read again
 * @param all every file in the folder, where that is known already
 * @throws {FixableError} when there is no front page in the folder, or older code built the site
 */
export function readBuiltSite(
  folder: string,
  known: ReadonlyMap<string, PageFacts> = new Map(),
  all?: string[],
): BuiltSite {
  if (!existsSync(join(folder, 'index.html')))
    throw new FixableError(`There is no built site in ${folder}/.`, 'Run npm run build first.');
  const files: string[] = [];
  const unserved: string[] = [];
  for (const file of all ?? filesIn(folder))
    if (file !== marker) (isServed(file) && !isPrecompressed(file) ? files : unserved).push(file);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const url = canonical.exec(read('index.html'))![1]!;
  const { pathname: base } = new URL(url);
  const [styles, scripts, maps] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const gone: string[] = [];
  const oldAddresses = readOldAddresses(folder);
  const leadOn = new Set(oldAddresses.moved.map(({ from }) => pageOf(from).slice(base.length)));
  const found: BuiltSite['found'] = new Map();
  for (const file of files) {
    const isMap = /^maps\/.*\.svg$/.test(file);
    if (!file.endsWith('.html') && !isMap) continue;
    const own = known.get(file) ?? (leadOn.has(pathOf(file)) ? nothing : findIn(read(file)));
    found.set(file, own);
    for (const style of own.styles) (isMap ? maps : styles).add(style);
    for (const script of own.scripts) scripts.add(script);
    if (own.isGone) gone.push(base + pathOf(file));
  }
  const hashes = { styles: sorted(styles), scripts: sorted(scripts), maps: sorted(maps) };
  return { url, files, unserved, hashes, ...oldAddresses, gone, found };
}

/** What is found in a page that leads on, of which there may be thousands. */
const nothing: PageFacts = { styles: [], scripts: [] };

function readOldAddresses(folder: string): OldAddresses {
  try {
    return JSON.parse(readFileSync(join(folder, redirectsFile), 'utf8')) as OldAddresses;
  } catch {
    throw new FixableError(
      `The site in ${folder}/ has no ${redirectsFile}, the list of its redirects.`,
      'Build it again with npm run build.',
    );
  }
}

/** What a host has to know of a page, or of a map, by its text. */
export function findIn(text: string): PageFacts {
  return { ...hashesOf(text), ...(text.includes(goneMark) && { isGone: true }) };
}

// The pages are our own and written by Astro: each of these stands in them in just this form.
const canonical = /<link rel="canonical" href="([^"]+)"/;
const goneMark = '<article class="story" data-gone';
const inlineStyle = /<style>([^]*?)<\/style>/g;
const inlineScript = /<script data-words="[^"]*">([^]*?)<\/script>/g;

const sorted = (hashes: Set<string>) => [...hashes].sort();

const hashesOf = (page: string): Hashes => ({
  styles: [...page.matchAll(inlineStyle)].map(([, text]) => hashed(text!)),
  scripts: [...page.matchAll(inlineScript)].map(([, text]) => hashed(text!)),
});

const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
