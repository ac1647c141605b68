import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Objection } from '../../desk/fault.ts';

/** What a host has to know of a built site. All of it is found in the site’s own files. */
export interface BuiltSite {
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
  /** The paths that stories had before, and the present ones. */
  moved: { from: string; to: string }[];
  /** The paths of stories that were taken down. */
  gone: string[];
}

/** What stands in pages for browsers to apply or run. */
export interface Hashes {
  styles: string[];
  /** The scripts, but not their data. */
  scripts: string[];
}

/** Whether readers may ask for a file: what begins with a dot is for hosts, but for `.well-known`. */
const isServed = (file: string) =>
  file.split('/').every((part) => !part.startsWith('.') || part === '.well-known') &&
  !forHosts.includes(file);

/** What hosts read themselves; a host that has no use for it must not serve it either. */
const forHosts = ['_headers', '_redirects', 'vercel.json'];
const isPacked = (file: string) => /\.(?:br|gz|zst)$/.test(file);

/** The path of a file’s page or of the file itself, below the front page: `about/` or `feed.xml`. */
export const pathOf = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

/**
 * Reads a built site.
 * @throws {Objection} when there is no front page in the folder
 */
export function readBuiltSite(folder: string): BuiltSite {
  if (!existsSync(join(folder, 'index.html')))
    throw new Objection(`There is no built site in ${folder}/.`, 'Run npm run build first.');
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .map((file) => file.replaceAll(sep, '/'))
    .sort();
  const files = all.filter((file) => isServed(file) && !isPacked(file));
  const unserved = all.filter((file) => !isServed(file) || isPacked(file));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const [styles, scripts, maps] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const site: Pick<BuiltSite, 'moved' | 'gone'> = { moved: [], gone: [] };
  const url = canonical.exec(read('index.html'))![1]!;
  const { pathname: base } = new URL(url);
  for (const file of files) {
    if (file.endsWith('.html')) {
      const page = read(file);
      const hashes = hashesOf(page);
      for (const style of hashes.styles) styles.add(style);
      for (const script of hashes.scripts) scripts.add(script);
      const from = base + pathOf(file);
      const to = refresh.exec(page)?.[1];
      if (to) site.moved.push({ from, to });
      if (page.includes(goneMark)) site.gone.push(from);
    } else if (/^maps\/.*\.svg$/.test(file)) {
      for (const style of hashesOf(read(file)).styles) maps.add(style);
    }
  }
  const hashes = { styles: sorted(styles), scripts: sorted(scripts), maps: sorted(maps) };
  return { url, files, unserved, hashes, ...site };
}

// The pages are our own and written by Astro: each of these stands in them in just this form.
const canonical = /<link rel="canonical" href="([^"]+)"/;
const refresh = /<meta http-equiv="refresh" content="0; url=([^"]+)"/;
const goneMark = '<article class="story" data-gone';
const inlineStyle = /<style>([^<]*)<\/style>/g;
const inlineScript = /<script data-words="[^"]*">([^]*?)<\/script>/g;

const sorted = (hashes: Set<string>) => [...hashes].sort();

/** What a policy must allow of one page. */
export const hashesOf = (page: string): Hashes => ({
  styles: [...page.matchAll(inlineStyle)].map(([, text]) => hashed(text!)),
  scripts: [...page.matchAll(inlineScript)].map(([, text]) => hashed(text!)),
});

const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
