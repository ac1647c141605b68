import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pageOf } from '../../src/hosting/built-site.ts';
import { headersFor, typeFor, type HostPolicy } from '../../src/hosting/policy.ts';
import { ask, values, type Answer } from './ask.ts';
import { lay, type Deployed } from './deployed.ts';
import { startWrangler, type Emulator } from './wrangler.ts';
import { deep, shallow } from './placed.ts';
import { missingTool } from '../tools/tools.ts';
import { skipped } from '../required.ts';

/** What every server adds of its own, and what this one does as it is no host of the web. */
const own = /^(?:connection|content-length|date|etag|keep-alive|transfer-encoding|x-server-env)$/i;

/** The headers of an answer but for these; of one that came twice, both values. */
const told = (answer: Answer) =>
  Object.fromEntries(
    answer.headers
      .filter(([name]) => !own.test(name))
      .map(([name]) => [name.toLowerCase(), values(answer, name).join(' and ')]),
  );

/** Types that Cloudflare knows by other names, which mean the same. */
const typeOf = (policy: HostPolicy, path: string) =>
  typeFor(policy, path)
    .replace('text/xml; charset=utf-8', 'application/xml')
    .replace('text/javascript; charset=utf-8', 'application/javascript');

/** Three files of each ending in each folder at the top. */
function someOfEach(files: string[]): string[] {
  const groups = Map.groupBy(files, (file) => `${file.split('/', 1)[0]} ${extname(file)}`);
  return [...groups.values()].flatMap((group) => group.slice(0, 3));
}

/** As the command says: a folder in which the site is below the path, with the host’s files on top. */
function atRoot({ folder, policy }: Deployed): string {
  if (policy.base === '/') return folder;
  const top = `${folder}-top`;
  rmSync(top, { recursive: true, force: true });
  const place = join(top, policy.base);
  mkdirSync(dirname(place), { recursive: true });
  renameSync(folder, place);
  for (const name of ['_headers', '_redirects'])
    renameSync(join(top, policy.base, name), join(top, name));
  cpSync(join(top, policy.base, '404.html'), join(top, '404.html'));
  return top;
}

const lacking = missingTool('wrangler');
if (lacking) it.skip(`Cloudflare’s emulator serves both sites: ${lacking}`);
const served = await Promise.all(
  (lacking ? [] : [shallow, deep]).map(async (site) => {
    const laid = await lay(site, 'cloudflare', 'cloudflare');
    const top = atRoot(laid);
    const emulator = await startWrangler(top).catch((error: Error) => error);
    return { url: site.url, policy: laid.policy, top, emulator };
  }),
);

for (const { url, policy, top, emulator } of served) {
  const name = `Cloudflare’s emulator serves ${url}`;
  if (emulator instanceof Error) it.skip(`${name}: ${skipped(emulator.message)}`);
  else describe(name, () => tests(policy, top, emulator));
}

function tests(policy: HostPolicy, top: string, emulator: Emulator) {
  afterAll(() => emulator.close());
  const get = (path: string, headers?: Record<string, string>) => ask(emulator.port, path, headers);

  it('reads all that is written for it', () => {
    expect(emulator.said()).toMatch(/Parsed \d+ valid header rules/);
    expect(emulator.said()).not.toMatch(/invalid|ignoring|skipping/i);
  });

  it('sends files whole, with their types and each header once', async () => {
    const moved = policy.moved.map(({ from }) => pageOf(from));
    const check = async (file: string) => {
      const path = policy.base + file;
      // A page is asked for without the end of its file’s name.
      const address = path.replace(/index\.html$|\.html$/, '');
      if (moved.includes(address)) return;
      const answer = await get(encodeURI(address));
      expect(answer.status, address).toBe(200);
      expect(answer.body.equals(readFileSync(join(top, path))), address).toBe(true);
      expect(told(answer), address).toEqual({
        ...headersFor(policy, address),
        'content-type': typeOf(policy, path),
      });
    };
    const files = someOfEach(policy.files);
    expect(files.length).toBeGreaterThan(50);
    for (let at = 0; at < files.length; at += 8)
      await Promise.all(files.slice(at, at + 8).map(check));
  });

  it('tells who has a file that it has not changed', async () => {
    const picture = policy.files.find((file) => file.startsWith('_astro/'))!;
    for (const below of ['', 'search/', 'feed.xml', picture]) {
      const address = policy.base + below;
      const first = await get(address);
      const again = await get(address, { 'If-None-Match': values(first, 'ETag')[0]! });
      expect([again.status, again.body.length], address).toEqual([304, 0]);
      const { 'content-type': _, ...sent } = told(again);
      expect(sent, address).toEqual(headersFor(policy, address));
    }
  });

  it('leads on from addresses that stories had, and to the slash of pages', async () => {
    const ways: [number, string, string][] = [
      ...policy.moved.map(({ from, to }): [number, string, string] => [301, encodeURI(from), to]),
      [308, `${policy.base}about`, `${policy.base}about/`],
      [308, `${policy.base}about/index.html`, `${policy.base}about/`],
    ];
    for (const [status, from, to] of ways) {
      const answer = await get(from);
      expect([answer.status, ...values(answer, 'Location')], from).toEqual([status, to]);
      const { location: _, 'content-type': __, ...sent } = told(answer);
      expect(sent, from).toEqual(headersFor(policy, from));
    }
  });

  it.skipIf(policy.patterns.length === 0)('leads on by patterns, to no other host', async () => {
    for (const [from, to] of [
      ['archiv/kosovo.html', `${policy.base}tags/kosovo/`],
      ['archiv/1999/kosovo.html', `${policy.base}tags/1999/kosovo/`],
      ['blog', `${policy.base}corrections/`],
      ['blog/', `${policy.base}corrections/`],
      ['blog/2019/a.php', `${policy.base}corrections/`],
      ['partner/a/b', 'https://partner.example/news/a/b'],
    ] as const) {
      const answer = await get(policy.base + from);
      expect([answer.status, ...values(answer, 'Location')], from).toEqual([301, to]);
    }
    // Neither 410 nor what a parameter tells is to be had here (hosts.ts).
    for (const [from, status] of [
      ['forum/1', 404],
      ['shop.php', 404],
      ['?p=123', 200],
    ] as const)
      expect((await get(policy.base + from)).status, from).toBe(status);
  });

  it('answers for what is not there with the page that says so, and keeps nothing of it', async () => {
    const page = readFileSync(join(top, policy.base, '404.html'));
    // No folder is listed. That a feed’s type is sent is said of this host (hosts.ts).
    for (const below of ['nothing/here/', '_astro/', '_astro/gone.webp', 'nothing/feed.xml']) {
      const address = policy.base + below;
      const answer = await get(address);
      expect(answer.status, address).toBe(404);
      expect(answer.body.equals(page), address).toBe(true);
      expect(told(answer), address).toEqual({
        ...headersFor(policy, address),
        'cache-control': 'no-store',
        'content-type': below.endsWith('.xml')
          ? typeFor(policy, address)
          : 'text/html; charset=utf-8',
      });
    }
  });

  it('serves neither the files that are for it nor what lies outside', async () => {
    const paths = ['/_headers', '/_redirects', '/.host/', '/../package.json', '/%2e%2e/x', '//x'];
    for (const path of paths) expect((await get(path)).status, path).toBeGreaterThan(399);
  });
}
