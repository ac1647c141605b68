import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { getTransformedRoutes } from '@vercel/routing-utils';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { headersFor, typeFor } from '../../src/outputs/hosts/policy.ts';
import { archive, home } from '../sites.ts';
import { addressesOf, lay, type Laid } from './laid.ts';

// What each platform’s own package makes of what is written for it.
const sites = [home, archive];
const layFor = (host: 'netlify' | 'vercel') =>
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
const typed = ({ policy }: Laid, address: string) =>
  /feed\.xml$|atom\.xml$|feed\.json$|\.md$|\.webmanifest$/.test(address)
    ? { 'content-type': typeFor(policy, address) }
    : {};

it('has Netlify send each header once, by its own parser', async () => {
  for (const laid of await layFor('netlify')) {
    const { headers: rules, errors } = await parseAllHeaders({
      headersFiles: [join(laid.folder, '_headers')],
      netlifyConfigPath: undefined,
      configHeaders: [],
      minimal: false,
    });
    expect(errors).toEqual([]);
    for (const address of addressesOf(laid.policy)) {
      const fitting = rules.filter((rule) => 'forRegExp' in rule && rule.forRegExp.test(address));
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
});

it('has Netlify lead on from old addresses and tell which are gone, by its own parser', async () => {
  const [, { folder, policy }] = (await layFor('netlify')) as [Laid, Laid];
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [join(folder, '_redirects')],
    configRedirects: [],
    minimal: true,
  });
  expect(errors).toEqual([]);
  const written = [
    ...policy.moved.map((moved) => ({ ...moved, status: 301, force: true })),
    ...policy.gone.map((path) => ({
      from: path,
      to: `${path}index.html`,
      status: 410,
      force: true,
    })),
  ];
  expect(redirects).toMatchObject(written);
  expect(redirects).toHaveLength(written.length);
  expect(policy.moved.length).toBeGreaterThan(2);
  expect(policy.gone.length).toBeGreaterThan(2);
});

/** What Vercel does of its own with an address, before it looks for a file. */
function vercel({ folder }: Laid) {
  const config = JSON.parse(readFileSync(join(folder, 'vercel.json'), 'utf8'));
  const { routes, error } = getTransformedRoutes(config);
  expect(error).toBeNull();
  const rules = routes!.map((route) => {
    if ('handle' in route) throw new Error('A step of its own, where there should be addresses.');
    return { ...route, pattern: new RegExp(route.src) };
  });
  return (address: string) => {
    const fitting = rules.filter(({ pattern }) => pattern.test(address));
    const end = fitting.find(({ status }) => status);
    const headers = fitting.filter((rule) => rule.continue).map(({ headers = {} }) => headers);
    return { status: end?.status, location: end?.headers?.Location, headers: merged(headers) };
  };
}

it('has Vercel send each header once, by its own package', async () => {
  for (const laid of await layFor('vercel')) {
    const answer = vercel(laid);
    for (const address of addressesOf(laid.policy)) {
      const { status, headers } = answer(address);
      if (!laid.policy.moved.some(({ from }) => from === address))
        expect(status, address).toBeUndefined();
      expect(headers, address).toEqual({
        ...headersFor(laid.policy, address),
        ...typed(laid, address),
      });
    }
  }
});

it('has Vercel lead on from old addresses and add the slash of pages, by its own package', async () => {
  const [, laid] = (await layFor('vercel')) as [Laid, Laid];
  const answer = vercel(laid);
  for (const { from, to } of laid.policy.moved) {
    expect(answer(from)).toMatchObject({ status: 301, location: to });
    // JavaScript has named what Vercel fills in.
    expect(answer(from.slice(0, -1))).toMatchObject({ status: 308, location: '/$1/' });
  }
  expect(answer('/news/.well-known/security.txt').status).toBeUndefined();
});
