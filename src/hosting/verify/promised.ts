import { basename, dirname } from 'node:path';
import { pageOf, pathOf, redirectsFile, type BuiltSite } from '../built-site.ts';
import { headersFor, hostPolicy, typeFor } from '../policy.ts';

/** What a host of the site is to answer under an address. */
export interface Promised {
  what:
    | 'file'
    | 'unchanged'
    | 'folder'
    | 'above'
    | 'moved'
    | 'query'
    | 'pattern'
    | 'removed'
    | 'gone'
    | 'missing'
    | 'unserved';
  /** Below the host’s own address, `/news/about/`; decoded. */
  path: string;
  /** What is asked for behind a question mark, `p=12`. */
  query?: string;
  /** The one, or any of those that say the same. */
  status: readonly number[];
  /** All that the policy knows of, each once, and the type, by names in small letters. */
  headers?: Record<string, string>;
  /** Where a redirect leads, as a path or a whole address. */
  location?: string;
  /** The file with the bytes, by its path below the front page. */
  file?: string;
}

/** All that a host of a built site is to answer: its files, and what is asked for beside them. */
export function promisedBy(site: BuiltSite): Promised[] {
  const policy = hostPolicy(site);
  const { base } = policy;
  const missing = (path: string): Promised => ({
    what: 'missing',
    path,
    status: [404],
    // As of the page that comes instead: nothing may be kept because of what would be there.
    headers: { ...headersFor(policy, `${base}404.html`), 'content-type': html },
    file: '404.html',
  });
  const lost = (path: string): Promised => ({ ...missing(path), what: 'removed', status: [410] });
  const redirect = (
    what: 'folder' | 'moved' | 'query' | 'pattern',
    path: string,
    location: string,
  ): Promised => ({
    what,
    path,
    status: what === 'folder' ? [301, 308] : [301],
    location,
    headers: headersFor(policy, path),
  });
  // What lies above the front page may be another’s, and so are its headers.
  const above = {
    what: 'above',
    path: base.slice(0, -1),
    status: [301, 308],
    location: base,
  } as const;
  const moved = new Map(site.moved.map((one) => [pageOf(one.from), one]));
  const gone = new Set(site.gone);
  const answers = site.files.flatMap((file): Promised[] => {
    const path = base + pathOf(file);
    const old = moved.get(path);
    if (old) return [redirect('moved', old.from, old.to)];
    if (file === '404.html') return [];
    const headers = { ...headersFor(policy, path), 'content-type': typeFor(policy, base + file) };
    if (gone.has(path)) return [{ what: 'gone', path, status: [410], headers, file }];
    const whole: Promised = { what: 'file', path, status: [200], headers, file };
    const isPage = path.endsWith('/') && path !== base;
    return isPage ? [whole, redirect('folder', path.slice(0, -1), path)] : [whole];
  });
  return [
    ...answers,
    ...site.byQuery.map(({ from, name, value, to }) => ({
      ...redirect('query', from, to),
      query: `${name}=${value}`,
    })),
    ...site.patterns.map(({ from, to }): Promised => {
      const path = from.replace('*', sample);
      return to === undefined ? lost(path) : redirect('pattern', path, to.replace('*', sample));
    }),
    ...site.removed.map(lost),
    ...(base === '/' ? [] : [above]),
    ...nowhere.map((path) => missing(base + path)),
    ...foldersWithoutPage(site.files).map((path) => missing(`${base}${path}/`)),
    // The list of redirects tells no more than they do themselves, and many hosts serve it.
    ...oneOfEachKind(site.unserved.filter((file) => file !== redirectsFile)).map((file) => ({
      what: 'unserved' as const,
      path: base + file,
      status: [404, 403],
    })),
  ];
}

/** What a `*` is asked to stand for. */
const sample = 'any/thing-1';

const html = 'text/html; charset=utf-8';

/** Where nothing is: a page, a file that would be kept for ever, and a feed. */
const nowhere = ['no-such-page/', '_astro/no-such-file.css', 'no-such-page/feed.xml'];

/** Of these a host might show a list. One called `index` is for some the page of the folder around it. */
function foldersWithoutPage(files: string[]): string[] {
  const folders = new Set<string>();
  for (let path of files) while ((path = dirname(path)) !== '.') folders.add(path);
  const pages = new Set(files);
  const withoutPage = [...folders].filter((path) => !pages.has(`${path}/index.html`));
  return withoutPage.filter((path) => basename(path) !== 'index').sort();
}

/** The first of what lies in each folder with a dot, and of what ends alike. */
function oneOfEachKind(files: string[]): string[] {
  const kindOf = (file: string) =>
    /(?:^|\/)(\.(?!well-known\/)[^/]*)/.exec(file)?.[1] ?? file.replace(/.*\./, '');
  return [...new Map(files.toReversed().map((file) => [kindOf(file), file])).values()];
}
