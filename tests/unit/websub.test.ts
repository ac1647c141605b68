import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { feedsIn, publish } from '../../src/hosting/websub.ts';
import { deadHub, startHub } from './hub.ts';

const topic = 'https://anh.example/tags/kosovo/atom.xml';

describe('a notice to a hub', () => {
  it('is a form that names the feed', async () => {
    const hub = await startHub([202, 'Accepted']);
    expect(await publish(hub.url, `${topic}?a=1&b=2`)).toEqual({ how: 'told' });
    expect(hub.heard).toEqual([
      'POST application/x-www-form-urlencoded;charset=UTF-8 hub.mode=publish&hub.url=https%3A%2F%2Fanh.example%2Ftags%2Fkosovo%2Fatom.xml%3Fa%3D1%26b%3D2',
    ]);
  });

  it.each([503, 500, 429])('is given again after %i', async (status) => {
    const hub = await startHub([status], [status]);
    expect(await publish(hub.url, topic, 1)).toEqual({ how: 'told' });
    expect(hub.heard).toHaveLength(3);
  });

  it.each([
    ['seconds', { 'retry-after': '1' }],
    [
      'a date by the hub’s own clock',
      { date: 'Tue, 01 Jan 2030 00:00:00 GMT', 'retry-after': 'Tue, 01 Jan 2030 00:00:01 GMT' },
    ],
  ])('waits as long as the hub asks, in %s', async (_, headers) => {
    const hub = await startHub([429, 'Slow down', headers]);
    const start = performance.now();
    expect(await publish(hub.url, topic, 1)).toEqual({ how: 'told' });
    expect(performance.now() - start).toBeGreaterThan(990);
    expect(hub.heard).toHaveLength(2);
  });

  it('does not wait for over a minute', async () => {
    const hub = await startHub([503, '', { 'retry-after': '61' }]);
    expect(await publish(hub.url, topic, 1)).toEqual({
      how: 'unreachable',
      why: 'the hub answered 503 Service Unavailable',
    });
    expect(hub.heard).toHaveLength(1);
  });

  it('is given four times at most', async () => {
    const hub = await startHub(
      ...Array.from({ length: 9 }, () => [502, 'Bad'] as [number, string]),
    );
    expect(await publish(hub.url, topic, 1)).toEqual({
      how: 'unreachable',
      why: 'the hub answered 502 Bad Gateway: “Bad”',
    });
    expect(hub.heard).toHaveLength(4);
  });

  it.each([
    [400, 'hub.url is\n\u001B[31m unknown', '400 Bad Request: “hub.url is [31m unknown”'],
    [403, '', '403 Forbidden'],
    [404, 'x'.repeat(500), `404 Not Found: “${'x'.repeat(200)}”`],
  ])('is not given again after %i, and tells what the hub said', async (status, words, says) => {
    const hub = await startHub([status, words]);
    const why = `the hub answered ${says}`;
    expect(await publish(hub.url, topic, 1)).toEqual({ how: 'refused', why });
    expect(hub.heard).toHaveLength(1);
  });

  it('does not follow to another address', async () => {
    const other = await startHub();
    const hub = await startHub([301, '', { location: other.url }]);
    expect(await publish(hub.url, topic, 1)).toMatchObject({ how: 'refused' });
    expect(other.heard).toEqual([]);
  });

  it('finds that there is no hub', async () => {
    expect(await publish(await deadHub(), topic, 1)).toEqual({
      how: 'unreachable',
      why: 'the hub cannot be reached (ECONNREFUSED)',
    });
  });
});

it('finds the feeds of a site wherever they are, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const name of ['feed.xml', 'tags/b/feed.json', 'tags/a/atom.xml', 'authors/c/feed.xml'])
    write(name, 'A feed');
  for (const name of ['wire.json', 'index.html', 'sitemap.xml', 'myfeed.xml']) write(name, 'None');
  const found = feedsIn(folder);
  expect(found.map(({ path }) => path)).toEqual([
    'authors/c/feed.xml',
    'feed.xml',
    'tags/a/atom.xml',
    'tags/b/feed.json',
  ]);
  expect(new Set(found.map(({ digest }) => digest)).size).toBe(1);
  write('feed.xml', 'Another');
  expect(feedsIn(folder)[1]?.digest).not.toBe(found[1]?.digest);
});
