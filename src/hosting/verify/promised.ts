import { basename, dirname } from 'node:path';
import { pageOf, pathOf, handedOverFile, type BuiltSite } from '../built-site.ts';
import { headersFor, hostPolicy, typeFor } from '../policy.ts';

/** The response that a host of the site should give at an address. */
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
  /** Relative to the host, `/news/about/`; decoded. */
  path: string;
  /** The query string, `p=12`. */
  query?: string;
  /** The accepted status codes, if several are equivalent. */
  status: readonly number[];
  /** The headers of the policy, each once, and the content type, by lowercase names. */
  headers?: Record<string, string>;
  /** The target of a redirect, as a path or an absolute URL. */
  location?: string;
  /** The file with the expected bytes, by its path relative to the front page. */
  file?: string;
}

/** All responses that a host of a built site should give: files, redirects and errors. */
export function promisedBy(site: BuiltSite): Promised[] {
  const policy = hostPolicy(site);
  const { base } = policy;
  const missing = (path: string): Promised => ({
    what: 'missing',
    path,
    status: [404],
    // The headers of the 404 page, so that no error is cached like the file that is missing.
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
  // A path above the front page may belong to another site, and so do its headers.
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
    // This file reveals nothing that the site does not, and many hosts serve it.
    ...oneOfEachKind(site.unserved.filter((file) => file !== handedOverFile)).map((file) => ({
      what: 'unserved' as const,
      path: base + file,
      status: [404, 403],
    })),
  ];
}

/** A sample text for `*` in patterns. */
const sample = 'any/thing-1';

const html = 'text/html; charset=utf-8';

/** Addresses where nothing exists: a page, a file that would be cached forever, and a feed. */
const nowhere = ['no-such-page/', '_astro/no-such-file.css', 'no-such-page/feed.xml'];

/**
 * Folders for which a host might show a directory listing. Some hosts take a folder named `index` for the
 * page of its parent.
 */
function foldersWithoutPage(files: string[]): string[] {
  const folders = new Set<string>();
  for (let path of files) while ((path = dirname(path)) !== '.') folders.add(path);
  const pages = new Set(files);
  const withoutPage = [...folders].filter((path) => !pages.has(`${path}/index.html`));
  return withoutPage.filter((path) => basename(path) !== 'index').sort();
}

/** The first file in each dot folder, and the first with each extension. */
function oneOfEachKind(files: string[]): string[] {
  const kindOf = (file: string) =>
    /(?:^|\/)(\.(?!well-known\/)[^/]*)/.exec(file)?.[1] ?? file.replace(/.*\./, '');
  return [...new Map(files.toReversed().map((file) => [kindOf(file), file])).values()];
}
