import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'vitest';
import { run } from './command.ts';
import { contentFolder, publication } from './content.ts';
import { deadHub, startHub } from './hub.ts';

const url = 'https://anh.example/news/';

/** A built site with three feeds, and how to ping a hub of it. */
function newsroom(hub?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  const [dist, CACHE] = [join(folder, 'dist'), join(folder, 'cache')];
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), text);
  };
  for (const name of ['feed.xml', 'atom.xml', 'military/feed.json']) write(name, name);
  const CONTENT = contentFolder({ 'publication.yaml': publication({ url, ...(hub && { hub }) }) });
  const record = join(CACHE, 'pinged.json');
  const ping = (...words: string[]) => run('ping', [dist, ...words], { CONTENT, CACHE });
  return { write, ping, record, cache: CACHE };
}

/** The feeds of which a hub was told, without what they have in common. */
const topics = (heard: string[]) =>
  heard.map((form) => new URLSearchParams(form.split(' ')[2]).get('hub.url')?.replace(url, ''));

describe('npm run ping', { concurrent: true }, () => {
  it('tells all feeds the first time, then those that have changed', async ({ expect }) => {
    const hub = await startHub();
    const { ping, write } = newsroom(hub.url);
    const first = await ping();
    expect(first.stderr).toBe('');
    expect(first.stdout).toBe(
      `sent     ${url}atom.xml\nsent     ${url}feed.xml\nsent     ${url}military/feed.json\n` +
        `${hub.url}: 3 sent, 0 failed, 0 unchanged.\n`,
    );
    expect(first.code).toBe(0);
    expect(topics(hub.heard.splice(0))).toEqual(['atom.xml', 'feed.xml', 'military/feed.json']);

    const second = await ping();
    expect([second.code, second.stdout]).toEqual([
      0,
      `${hub.url}: 0 sent, 0 failed, 3 unchanged.\n`,
    ]);
    expect(hub.heard).toEqual([]);

    write('feed.xml', 'Changed');
    expect((await ping()).code).toBe(0);
    expect(topics(hub.heard)).toEqual(['feed.xml']);
  });

  it('asks again when the hub is busy', async ({ expect }) => {
    const hub = await startHub([503]);
    const { ping } = newsroom(hub.url);
    expect((await ping()).code).toBe(0);
    expect(topics(hub.heard)).toEqual(['atom.xml', 'atom.xml', 'feed.xml', 'military/feed.json']);
  });

  it('tells which feed the hub refused and ends with 1; the next time only that is told', async ({
    expect,
  }) => {
    const hub = await startHub([204], [403, 'Not yours']);
    const { ping, cache } = newsroom(hub.url);
    const { code, stdout, stderr } = await ping();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `failed   ${url}feed.xml: the hub answered 403 Forbidden: “Not yours”\n` +
        'Run npm run ping again; it sends what is left.\n',
    );
    expect(stdout).toContain(': 2 sent, 1 failed, 0 unchanged.');
    // Nothing half written is left.
    expect(readdirSync(cache)).toEqual(['pinged.json']);
    hub.heard.length = 0;
    expect((await ping()).code).toBe(0);
    expect(topics(hub.heard)).toEqual(['feed.xml']);
  });

  it('tells everything when another hub is set, or the record is broken', async ({ expect }) => {
    const hub = await startHub();
    const { ping, record, cache } = newsroom(hub.url);
    mkdirSync(cache);
    const broken = ['{ "hub": "x", ', 'null', `{"hub":"${hub.url}","feeds":3}`];
    for (const text of [...broken, '{"hub":"https://old.example/","feeds":{}}']) {
      writeFileSync(record, text);
      hub.heard.length = 0;
      expect((await ping()).code).toBe(0);
      expect(hub.heard, text).toHaveLength(3);
    }
  });

  it('ends with 1 when there is no hub where it should be, and keeps its record', async ({
    expect,
  }) => {
    const gone = await deadHub();
    const { ping, record, cache } = newsroom(gone);
    const before = JSON.stringify({ hub: gone, feeds: { [`${url}atom.xml`]: 'old' } });
    mkdirSync(cache);
    writeFileSync(record, before);
    const { code, stdout, stderr } = await ping();
    expect(code).toBe(1);
    // The other feeds are not tried: it would take as long for each.
    expect(stderr).toBe(
      `failed   ${url}atom.xml: the hub cannot be reached (ECONNREFUSED)\n` +
        'Run npm run ping again; it sends what is left.\n',
    );
    expect(stdout).toBe(`${gone}: 0 sent, 3 failed, 0 unchanged.\n`);
    expect(readFileSync(record, 'utf8')).toBe(before);
  });

  it('tells nobody when no hub is set, and says how to set one', async ({ expect }) => {
    const { ping, record } = newsroom();
    const { code, stdout } = await ping();
    expect([code, stdout]).toEqual([
      0,
      'No WebSub hub is set. To set one, write `hub:` in publication.yaml.\n',
    ]);
    expect(existsSync(record)).toBe(false);
  });

  it('ends with 2 when it was not understood or there is no site', async ({ expect }) => {
    const { ping } = newsroom();
    expect((await ping('--loud')).code).toBe(2);
    expect((await ping('another')).code).toBe(2);
    const CONTENT = contentFolder({
      'publication.yaml': publication({ hub: 'https://h.example/' }),
    });
    const { code, stderr } = await run('ping', ['nowhere'], { CONTENT });
    expect([code, stderr]).toEqual([
      2,
      'nowhere has no feed: build the site first.\nAdd --help for usage.\n',
    ]);
  });
});
