import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { headersFor } from '../../src/hosting/policy.ts';
import { ask, values, type Answer } from './ask.ts';
import { problemsOf } from './head.ts';
import { onEachServer } from './running.ts';

const one = (answer: Answer, name: string) => values(answer, name)[0];

onEachServer(({ server, site: { base }, folder, policy, noBrotli, port }) => {
  const get = (path: string, headers?: Record<string, string>) => ask(port(), base + path, headers);
  /** Skips a test that expects this coding where it cannot be, and says why. */
  const needs = (coding: string | undefined, { skip }: TestContext) =>
    skip(coding === 'br' && noBrotli !== '', noBrotli);
  const fileOf = (file: string) => readFileSync(join(folder, file));
  // What is said of all: of no address, a file’s caching or sharing is said.
  const ofAll = headersFor(policy, base);

  describe('says where a page is', () => {
    it.each([
      ['about', 'about/'],
      ['about?a=b&c', 'about/?a=b&c'],
      ['about/index.html', 'about/'],
      ['about/index.html?a=b', 'about/?a=b'],
      ['index.html', ''],
    ])('%s → %s', async (path, to) => {
      const answer = await get(path);
      expect([answer.status, one(answer, 'Location')]).toEqual([301, base + to]);
      expect(problemsOf(answer, ofAll)).toEqual([]);
      expect(one(answer, 'Vary')).toBeUndefined();
    });

    it.skipIf(base === '/' || server === 'apache')('the front page without a slash', async () => {
      const answer = await ask(port(), `${base.slice(0, -1)}?a=b`);
      expect([answer.status, one(answer, 'Location')]).toEqual([301, `${base}?a=b`]);
      expect(problemsOf(answer, ofAll)).toEqual([]);
    });

    it.skipIf(base === '/')('a story that has moved', async () => {
      expect(policy.moved.length).toBeGreaterThan(3);
      for (const { from, to } of policy.moved) {
        const answer = await ask(port(), `${encodeURI(from)}?a=b`);
        expect([answer.status, one(answer, 'Location')]).toEqual([301, `${to}?a=b`]);
        expect(problemsOf(answer, ofAll)).toEqual([]);
      }
      const answer = await get('2026/11/08/an-earlier-name/');
      expect(one(answer, 'Location')).toBe(`${base}2026/11/11/corrected/`);
    });
  });

  describe('says that nothing is there, with the page that says so', () => {
    it.each([
      'nothing/here/',
      'nothing',
      'nothing.png',
      'feed.xml/',
      'about/feed.xml',
      '_astro/',
      '_astro/nothing.webp',
      'maps/nothing.svg',
      'search/nothing.pf_meta',
      'ABOUT/',
    ])('%s', async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.body.equals(fileOf('404.html'))).toBe(true);
      expect(problemsOf(answer, { ...ofAll, 'content-type': 'text/html; charset=utf-8' })).toEqual(
        [],
      );
      expect(one(answer, 'Cache-Control')).toBe('no-cache');
      expect(one(answer, 'Access-Control-Allow-Origin')).toBeUndefined();
      expect(one(answer, 'Vary')).toBe('Accept-Encoding');
    });

    it.skipIf(base === '/' || server === 'apache')('outside the site too', async () => {
      for (const path of [
        '/',
        '/about/',
        `${base.slice(0, -1)}-and-more/`,
        '/feed.xml',
        '/index.html',
      ]) {
        const answer = await ask(port(), path);
        expect([path, answer.status]).toEqual([path, 404]);
        expect(answer.body.equals(fileOf('404.html'))).toBe(true);
        expect(problemsOf(answer, ofAll)).toEqual([]);
      }
    });

    it('to who has the page already', async () => {
      const first = await get('nothing/');
      const again = await get('nothing/', {
        'If-None-Match': one(first, 'ETag') ?? '*',
        'If-Modified-Since': 'Tue, 01 Jan 2030 00:00:00 GMT',
        Range: 'bytes=0-9',
      });
      expect(again.status).toBe(404);
      expect(again.body.equals(fileOf('404.html'))).toBe(true);
    });
  });

  it.skipIf(base === '/')('says of a story that was taken down that it is gone', async () => {
    expect(policy.gone).toContain(`${base}2026/11/10/taken-down/`);
    for (const path of policy.gone) {
      const answer = await ask(port(), path);
      expect(answer.status).toBe(410);
      expect(answer.body.equals(fileOf(`${path.slice(base.length)}index.html`))).toBe(true);
      expect(problemsOf(answer, { ...ofAll, 'content-type': 'text/html; charset=utf-8' })).toEqual(
        [],
      );
    }
    const precompressed = await get('2026/11/10/taken-down/', { 'Accept-Encoding': 'gzip' });
    expect([precompressed.status, one(precompressed, 'Content-Encoding')]).toEqual([410, 'gzip']);
    expect(problemsOf(precompressed, { ...ofAll, vary: 'Accept-Encoding' })).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])(
    'takes no %s',
    async (method) => {
      for (const path of ['', 'feed.xml', 'nothing', '_astro/x.webp']) {
        const answer = await ask(port(), base + path, {}, method);
        expect([path, answer.status]).toEqual([path, 405]);
        expect(problemsOf(answer, ofAll)).toEqual([]);
        // Apache names the methods itself, and knows of none.
        expect(values(answer, 'Allow')).toEqual([server === 'apache' ? '' : 'GET, HEAD']);
      }
    },
  );

  it('answers HEAD as GET, without the body', async () => {
    for (const path of ['', 'feed.xml', 'nothing/', 'about', 'favicon.svg']) {
      const [full, head] = [await get(path), await ask(port(), base + path, {}, 'HEAD')];
      expect(head.status).toBe(full.status);
      expect(head.body).toHaveLength(0);
      const told = ({ headers }: Answer) =>
        headers
          .filter(([name]) => !['Date', 'Keep-Alive'].includes(name))
          .toSorted()
          .map((line) => line.join(': '));
      // Some leave out the length of what is no file.
      const [ofHead, ofFull] = [told(head), told(full)];
      expect(ofFull).toEqual(expect.arrayContaining(ofHead));
      expect(ofFull.length - ofHead.length).toBeLessThan(path === 'about' ? 3 : 1);
    }
  });

  describe('says that a file is as it was', () => {
    it.for([
      ['about/', 'gzip'],
      ['about/', 'br'],
      ['about/', 'identity'],
      ['feed.xml', 'gzip'],
      ['favicon.svg', 'gzip'],
      ['icon-512.png', 'gzip'],
      ['search/', 'br'],
    ] as const)('%s in %s', async ([path, coding], context) => {
      needs(coding, context);
      const asked = { 'Accept-Encoding': coding };
      const full = await get(path, asked);
      const tag = one(full, 'ETag')!;
      const asks = [
        { 'If-None-Match': tag },
        { 'If-None-Match': `"other", W/${tag}` },
        { 'If-Modified-Since': one(full, 'Last-Modified')! },
      ];
      for (const condition of asks) {
        const answer = await get(path, { ...asked, ...condition });
        expect(answer.status).toBe(304);
        expect(answer.body).toHaveLength(0);
        expect(one(answer, 'ETag')).toBe(tag);
        expect(one(answer, 'Cache-Control')).toBe(one(full, 'Cache-Control'));
        expect(values(answer, 'Vary')).toEqual(values(full, 'Vary'));
        // Browsers keep the others from the first answer (RFC 9111, section 4.3.4); Apache relies on it.
        if (server !== 'apache')
          expect(problemsOf(answer, headersFor(policy, base + path))).toEqual([]);
      }
      const other = await get(path, { ...asked, 'If-None-Match': '"other"' });
      expect(other.status).toBe(200);
    });

    it('but not in another coding', async () => {
      const codings = ['gzip', 'identity', ...(noBrotli ? [] : ['br'])];
      const tags = await Promise.all(
        codings.map(async (coding) =>
          one(await get('about/', { 'Accept-Encoding': coding }), 'ETag'),
        ),
      );
      expect(new Set(tags).size).toBe(codings.length);
    });
  });

  it.skipIf(base === '/')('sends a part of a recording', async () => {
    const file = policy.files.find((file) => file.endsWith('.mp4'))!;
    const bytes = fileOf(file);
    const parts: [string, number, number][] = [
      ['bytes=0-9', 0, 10],
      ['bytes=10-', 10, bytes.length],
      ['bytes=-5', bytes.length - 5, bytes.length],
    ];
    for (const [range, from, to] of parts) {
      const answer = await get(file, { Range: range, 'Accept-Encoding': 'gzip, br' });
      expect([range, answer.status]).toEqual([range, 206]);
      expect(answer.body.equals(bytes.subarray(from, to))).toBe(true);
      expect(one(answer, 'Content-Range')).toBe(`bytes ${from}-${to - 1}/${bytes.length}`);
      expect(
        problemsOf(answer, { ...headersFor(policy, base + file), 'content-type': 'video/mp4' }),
      ).toEqual([]);
    }
    const beyond = await get(file, { Range: `bytes=${bytes.length}-` });
    expect(beyond.status).toBe(416);
  });

  describe('sends the coding that was asked for', () => {
    it.for([
      ['gzip', 'gzip'],
      ['br', 'br'],
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate, br', 'br'],
      ['gzip, zstd', server === 'nginx' ? 'gzip' : 'zstd'],
      ['GZIP', 'gzip'],
      ['gzip;q=0.5', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['br;q=0.0, gzip;q=0.1', 'gzip'],
      ['gzip;q=0', undefined],
      ['gzip;q=0, br;q=0.000, zstd;q=0', undefined],
      ['identity', undefined],
      ['identity;q=0', undefined],
      ['', undefined],
      ['*', undefined],
      ['deflate', undefined],
      ['xgzip, brx', undefined],
      ['gzip;q=0.1, br;q=0.9', 'br'],
      ['gzip;q=0.9, br;q=0.1', server === 'caddy' ? 'gzip' : 'br'],
    ] as const)('%j: %s', async ([asked, coding], context) => {
      needs(coding, context);
      for (const path of ['about/', 'feed.xml']) {
        const answer = await get(path, { 'Accept-Encoding': asked });
        expect(answer.status).toBe(200);
        expect([path, one(answer, 'Content-Encoding')]).toEqual([path, coding]);
        expect(values(answer, 'Vary')).toEqual(['Accept-Encoding']);
      }
    });

    it('and none of what is not packed', async () => {
      for (const path of ['icon-512.png', 'favicon.svg', '.well-known/security.txt']) {
        const answer = await get(path, { 'Accept-Encoding': 'gzip, br, zstd' });
        expect(one(answer, 'Content-Encoding')).toBeUndefined();
        expect(values(answer, 'Vary')).toEqual([]);
      }
    });

    it('through a proxy too', async () => {
      const answer = await get('about/', { 'Accept-Encoding': 'gzip', Via: '1.1 proxy' });
      expect(one(answer, 'Content-Encoding')).toBe('gzip');
    });
  });

  it('says no more of the server than it must', async () => {
    const expected = { nginx: 'nginx', caddy: undefined, apache: expect.stringMatching(/^Apache/) };
    for (const path of ['', 'nothing', 'about'])
      expect(one(await get(path), 'Server')).toEqual(expected[server]);
  });
});
