import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FixableError } from '../desk/problem.ts';
import type { OldAddresses } from '../edition/model.ts';
import { filesIn } from '../files/walk.ts';
import type { CspAdditions } from './csp.ts';
import { pageReader, type PageFacts } from './page-reader.ts';

/** The facts about a site that only its build knows. */
export interface HandedOver extends OldAddresses {
  /** The address of the front page. */
  url: string;
  /** The paths of stories that were taken down. */
  gone: string[];
  /** The additions to the Content Security Policy. */
  csp: CspAdditions;
}

/** The facts about a built site for hosts: those that its build wrote down, and those in its files. */
export interface BuiltSite extends HandedOver {
  /** Every file that readers may ask for, by its path below the front page, in order. */
  files: string[];
  /** What lies there for the host itself and has no address. */
  unserved: string[];
  /** What a policy must allow, as its sources (CSP 3, section 2.3.1, hash-source). */
  hashes: Pick<PageFacts, 'styles' | 'scripts'> & {
    /** The styles in maps. */
    maps: string[];
  };
  /** Whether a page other than the search loads script files of the site. */
  hasScriptFile: boolean;
  /** What was found in each page and each map, by its path. */
  found: Map<string, PageFacts>;
  /** The assets of each page and each map that was read now. */
  assets: Map<string, string[]>;
}

/** Whether readers may ask for a file: what begins with a dot is for hosts, but for `.well-known`. */
const isServed = (file: string) =>
  !/(?:^|\/)\.(?!well-known(?:\/|$))/.test(file) && !forHosts.includes(file);

/** The file in which a build writes these facts, as JSON. It reveals nothing that the site does not. */
export const handedOverFile = '.site.json';

/** The search page, which has its own policy. */
export const searchFile = 'search/index.html';

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
  const handedOver = readHandedOver(folder);
  const { url } = handedOver;
  const { pathname: base } = new URL(url);
  const read = pageReader(url);
  const [styles, scripts, maps] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const leadOn = new Set(handedOver.moved.map(({ from }) => pageOf(from).slice(base.length)));
  const found: BuiltSite['found'] = new Map();
  const assets: BuiltSite['assets'] = new Map();
  let hasScriptFile = false;
  for (const file of files) {
    const isMap = isMapFile(file);
    if (!file.endsWith('.html') && !isMap) continue;
    let facts = known.get(file) ?? (leadOn.has(pathOf(file)) ? nothing : undefined);
    if (!facts) {
      const page = read(readFileSync(join(folder, file), 'utf8'), url + pathOf(file));
      facts = page.facts;
      assets.set(file, page.assets);
    }
    found.set(file, facts);
    for (const style of facts.styles) (isMap ? maps : styles).add(style);
    for (const script of facts.scripts) scripts.add(script);
    if (file !== searchFile) hasScriptFile ||= facts.hasScriptFile === true;
  }
  const hashes = { styles: sorted(styles), scripts: sorted(scripts), maps: sorted(maps) };
  return { ...handedOver, files, unserved, hashes, hasScriptFile, found, assets };
}

/** Whether a file is a map, which browsers can also open as a document. */
export const isMapFile = (file: string) => /^maps\/.*\.svg$/.test(file);

/** What is found in a page that leads on, of which there may be thousands. */
const nothing: PageFacts = { styles: [], scripts: [] };

function readHandedOver(folder: string): HandedOver {
  try {
    return JSON.parse(readFileSync(join(folder, handedOverFile), 'utf8')) as HandedOver;
  } catch {
    throw new FixableError(
      `The site in ${folder}/ has no ${handedOverFile}, in which a build tells what hosts must know.`,
      'Build it again with npm run build.',
    );
  }
}

const sorted = (hashes: Set<string>) => [...hashes].sort();
