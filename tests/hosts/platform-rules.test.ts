import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageOf } from '../../src/hosting/built-site.ts';
import { headersFor, typeFor } from '../../src/hosting/policy.ts';
import { addressesOf, lay, type Deployed } from './deployed.ts';
import { deep, shallow } from './placed.ts';
import { loadTool, missingTool } from '../tools/tools.ts';

/** Of the platforms’ own packages, what is used here. */
interface Netlify {
  parseAllHeaders(options: object): Promise<{
    headers: { forRegExp?: RegExp; values: Record<string, string> }[];
    errors: Error[];
  }>;
  parseAllRedirects(options: object): Promise<{ redirects: object[]; errors: Error[] }>;
}
interface Vercel {
  getTransformedRoutes(config: object): {
    routes: {
      handle?: string;
      src: string;
      has?: { key?: string; value?: unknown }[];
      status?: number;
      continue?: boolean;
      headers?: Record<string, string>;
    }[];
    error: Error | null;
  };
}
const noNetlify = missingTool('@netlify/headers-parser', '@netlify/redirect-parser');
const noVercel = missingTool('@vercel/routing-utils');

// What each platform’s own package makes of what is written for it.
const sites = [shallow, deep];
const { base } = deep;
const writeFor = (host: 'netlify' | 'vercel') =>
  Promise.all(sites.map((site) => lay(site, host, host)));

/** Headers by name in small letters; of a name that is given twice, all values. */
function merged(found: Record<string, string>[]): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of found.flatMap((headers) => Object.entries(headers))) {
    const key = name.toLowerCase();
    all[key] = key in all ? `${all[key]} AND ${value}` : value;
  }
  return all;
}

/** Whether the type of an address is written, or left to the platform. */
const typed = ({ policy }: Deployed, address: string) =>
  /feed\.xml$|atom\.xml$|feed\.json$|\.md$|\.webmanifest$/.test(address)
    ? { 'content-type': typeFor(policy, address) }
    : {};

it.skipIf(noNetlify)(
  `has Netlify send each header once, by its own parser ${noNetlify}`,
  async () => {
    const { parseAllHeaders } = await loadTool<Netlify>('@netlify/headers-parser');
    for (const laid of await writeFor('netlify')) {
      const { headers: rules, errors } = await parseAllHeaders({
        headersFiles: [join(laid.folder, '_headers')],
        netlifyConfigPath: undefined,
        configHeaders: [],
        minimal: false,
      });
      expect(errors).toEqual([]);
      for (const address of addressesOf(laid.policy)) {
        const fitting = rules.filter(({ forRegExp }) => forRegExp?.test(address));
        const sent = merged(fitting.map(({ values }) => values));
        const { 'cache-control': cache, ...wanted } = headersFor(laid.policy, address);
        const corp = wanted['cross-origin-resource-policy'];
        if (corp === 'same-origin') delete wanted['cross-origin-resource-policy'];
        expect(sent, address).toEqual({
          ...wanted,
          ...(cache !== 'no-cache' && { 'cache-control': cache }),
          ...typed(laid, address),
          'content-security-policy': laid.policy.widest,
        });
      }
    }
  },
);

it.skipIf(noNetlify)(
  `has Netlify lead on from old addresses and tell which are gone, by its own parser ${noNetlify}`,
  async () => {
    const { parseAllRedirects } = await loadTool<Netlify>('@netlify/redirect-parser');
    const [, { folder, policy }] = (await writeFor('netlify')) as [Deployed, Deployed];
    const { redirects, errors } = await parseAllRedirects({
      redirectsFiles: [join(folder, '_redirects')],
      configRedirects: [],
      minimal: true,
    });
    expect(errors).toEqual([]);
    const written = [
      ...policy.byQuery.map(({ from, name, value, to }) => ({
        from,
        query: { [name]: value },
        to,
        status: 301,
        force: true,
      })),
      ...policy.moved.map(({ from, to }) => ({
        from: encodeURI(from),
        to,
        status: 301,
        force: true,
      })),
      ...policy.gone.map((path) => ({
        from: path,
        to: `${path}index.html`,
        status: 410,
        force: true,
      })),
      ...[
        [`${base}shop.php`, `${base}404.html`, 410],
        [`${base}partner/*`, 'https://partner.example/news/:splat', 301],
        [`${base}forum/*`, `${base}404.html`, 410],
        [`${base}blog/*`, `${base}corrections/`, 301],
      ].map(([from, to, status]) => ({ from, to, status, force: true })),
    ];
    expect(redirects).toMatchObject(written);
    expect(redirects).toHaveLength(written.length);
    expect(policy.moved.length).toBeGreaterThan(2);
    expect(policy.gone.length).toBeGreaterThan(2);
  },
);

/** What Vercel does of its own with an address, before it looks for a file. */
async function vercel({ folder }: Deployed) {
  const { getTransformedRoutes } = await loadTool<Vercel>('@vercel/routing-utils');
  const config = JSON.parse(readFileSync(join(folder, 'vercel.json'), 'utf8'));
  const { routes, error } = getTransformedRoutes(config);
  expect(error).toBeNull();
  const rules = routes.map((route) => {
    if ('handle' in route) throw new Error('A step of its own, where there should be addresses.');
    return { ...route, pattern: new RegExp(route.src) };
  });
  return (address: string, query: Record<string, string> = {}) => {
    const isAsked = ({ key, value }: { key?: string; value?: unknown }) =>
      new RegExp(`^${String(value)}$`).test(query[key!] ?? '');
    const fitting = rules.filter(
      ({ pattern, has = [] }) => pattern.test(address) && has.every(isAsked),
    );
    const end = fitting.find(({ status }) => status);
    const headers = fitting.filter((rule) => rule.continue).map(({ headers = {} }) => headers);
    return { status: end?.status, location: end?.headers?.Location, headers: merged(headers) };
  };
}

it.skipIf(noVercel)(
  `has Vercel send each header once, by its own package ${noVercel}`,
  async () => {
    for (const laid of await writeFor('vercel')) {
      const answer = await vercel(laid);
      for (const address of addressesOf(laid.policy)) {
        const { status, headers } = answer(encodeURI(address));
        if (!laid.policy.moved.some(({ from }) => pageOf(from) === address))
          expect(status, address).toBeUndefined();
        expect(headers, address).toEqual({
          ...headersFor(laid.policy, address),
          ...typed(laid, address),
        });
      }
    }
  },
);

it.skipIf(noVercel)(
  `has Vercel lead on from old addresses and add the slash of pages, by its own package ${noVercel}`,
  async () => {
    const [, laid] = (await writeFor('vercel')) as [Deployed, Deployed];
    const answer = await vercel(laid);
    for (const { from, to } of laid.policy.moved) {
      expect(answer(encodeURI(from))).toMatchObject({ status: 301, location: to });
      if (!from.endsWith('/')) continue;
      // JavaScript has named what Vercel fills in.
      expect(answer(encodeURI(from.slice(0, -1)))).toMatchObject({ status: 308, location: '/$1/' });
    }
    for (const [asked, location] of [
      [`${base}archiv/kosovo.html`, `${base}tags/$1/`],
      [`${base}blog/2019/a.php`, `${base}corrections/`],
      [`${base}blog/`, `${base}corrections/`],
      [`${base}partner/a/b.php`, 'https://partner.example/news/$1'],
    ] as const)
      expect(answer(asked)).toMatchObject({ status: 301, location });
    expect(answer(`${base}partner//evil.example`).location).toBeUndefined();
    expect(answer(`${base}`, { p: '123' })).toMatchObject({
      status: 301,
      location: `${base}2026/11/11/corrected/`,
    });
    expect(answer(`${base}`, { p: '1234' }).status).toBeUndefined();
    expect(answer(`${base}.well-known/security.txt`).status).toBeUndefined();
  },
);
