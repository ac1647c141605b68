import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { ask, send, values } from './ask.ts';
import { secret } from './deployed.ts';
import { onEachServer } from './running.ts';

const rest = 'Host: x\r\nConnection: close\r\n\r\n';
const get = (path: string) => `GET ${path} HTTP/1.1\r\n${rest}`;
const long = 'a'.repeat(70_000);

const chunkedToo =
  'Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /wire.json HTTP/1.1\r\n';

/** What nobody asks for who means well, below a path. */
const climbing = (base: string) =>
  [
    ...[
      '../',
      '%2e%2e/',
      '..%2f',
      '%2e%2e%2f',
      '%2E%2E%5C',
      '..\\',
      '..%5c',
      '..;/',
      '%252e%252e/',
    ],
    ...['%c0%ae%c0%ae/', '.%00./', '_astro/../../', '_astro/..%2f..%2f', '_astro/%2e%2e/%2e%2e/'],
    ...['../../../../../../../etc/../', './/..//', '....//', '%2f..%2f', '\\..\\'],
  ].map((up) => get(base + up + secret.name));

/** That a request is refused, or that nothing is found. */
const refused = [400, 403, 404, 405, 414, 431, 501, 505];

const odd = (base: string): string[] => [
  ...[`${base}about%00`, `${base}about/\0`, `${base}about%2findex.html/`, `${base}abou*`].map(get),
  ...[`${base}abou[t]`, `${base}abou%3f`, `${base}abou%2a/`, `${base}about;/`, `${base}{path}`].map(
    get,
  ),
  ...[`${base}%`, `${base}%zz`, `${base}about.`, `${base}index.html/`, `${base}about/\\`].map(get),
  ...['about/', '*', '', `${base}${long}`, `${base}$uri`].map(get),
  `GET ${base} HTTP/1.1\r\n\r\n`,
  `GET ${base} HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`,
  `GET ${base} HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n`,
  `GET ${base}about HTTP/1.1\r\nHost: evil.example/?\r\nConnection: close\r\n\r\n`,
  `GET ${base} HTTP/1.1 and more\r\n${rest}`,
  `GET ${base} HTTP/1.1\r\nno header\r\n${rest}`,
  `GET ${base} HTTP/1.1\r\n folded: line\r\n${rest}`,
  `GET ${base} HTTP/1.1\r\nHost : x\r\nConnection: close\r\n\r\n`,
  `get ${base} HTTP/1.1\r\n${rest}`,
  `G\x01T ${base} HTTP/1.1\r\n${rest}`,
  `TRACE ${base} HTTP/1.1\r\n${rest}`,
  `CONNECT evil.example:443 HTTP/1.1\r\n${rest}`,
  `POST ${base} HTTP/1.1\r\n${chunkedToo}${rest}`,
  `POST ${base} HTTP/1.1\r\nHost: x\r\n${chunkedToo}${rest}`,
  `POST ${base} HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n${rest}123456`,
  `POST ${base} HTTP/1.1\r\nContent-Length: -1\r\n${rest}`,
  `POST ${base} HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n${rest}`,
  `POST ${base} HTTP/1.1\r\nTransfer-Encoding: xchunked\r\n${rest}0\r\n\r\n`,
  `POST ${base} HTTP/1.1\r\nTransfer-Encoding : chunked\r\n${rest}0\r\n\r\n`,
  '\x16\x03\x01\x02\x00\x01\x00',
];

/** What is old or unwonted, but leads to a page or to nothing. */
const read = (base: string): string[] => [
  `GET ${base}about/ HTTP/1.0\r\n\r\n`,
  `GET http://evil.example${base}about HTTP/1.1\r\n${rest}`,
  get('ftp://evil.example/'),
  `GET http://127.0.0.1${base}about/ HTTP/1.1\r\n${rest}`,
  `GET ${base}about HTTP/1.1\r\nHost: evil.example:99999\r\nConnection: close\r\n\r\n`,
  `GET ${base}about/ HTTP/1.1\r\nX: ${long}\r\n${rest}`,
  `GET ${base}about/ HTTP/1.1\r\nRange: bytes=${'0-1,'.repeat(1500)}0-1\r\n${rest}`,
  `GET ${base}about/ HTTP/1.1\r\nAccept-Encoding: ${'gzip;q=0.1, '.repeat(500)}br\r\n${rest}`,
  `GET ${base}about/ HTTP/1.1\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n${rest}`,
  ...[
    `/${base}about`,
    `//evil.example/%2e%2e${base}about`,
    `//evil.example/..${base}about`,
    `/\\evil.example/%2e%2e${base}about`,
    `${base}/evil.example/..%2fabout`,
    `${base}/evil.example/%2e%2e/about/index.html`,
    `${base}%0d%0aX-Evil:%201/%2e%2e/about`,
    `${base}about?%0d%0aX-Evil:%201`,
    `${base}about#x`,
    `${base}./about/`,
    `${base}about/.`,
    `${base}about//`,
    `${base}index%2ehtml`,
    `${base}about%2findex.html`,
  ].map(get),
];

const statusesOf = (answer: string) =>
  [...answer.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, status]) => Number(status));

onEachServer(({ server, site: { base }, folder, policy, port }) => {
  /** What is wrong with the answer to any request, hostile as it may be. */
  function problemsOf(answer: string): string[] {
    const [head = ''] = answer.split('\r\n\r\n');
    const location = /^location: (.*)$/im.exec(head)?.[1]?.trim();
    return [
      ...(answer.includes(secret.text) || answer.includes('root:') ? ['tells a secret'] : []),
      ...(location && !/^\/(?![/\\])/.test(location) ? [`leads to ${location}`] : []),
      ...(/^x-evil/im.test(head) ? ['takes a header from the address'] : []),
      ...(/<title>Index of/i.test(answer) ? ['lists a folder'] : []),
    ];
  }

  it('refuses whatever climbs out of the site or is no request', async () => {
    const asks = [...climbing(base), ...odd(base)];
    const problems = asks.map(async (bytes) => {
      const answer = await send(port(), bytes);
      const [first, ...more] = statusesOf(answer);
      return [
        ...problemsOf(answer),
        ...(first && !refused.includes(first) ? [`answers ${first}`] : []),
        // What comes after a body told in two ways is no request to Apache and nginx.
        ...(more.length > 0 && server !== 'caddy' ? [`and goes on with ${more.join()}`] : []),
      ].map((problem) => `${JSON.stringify(bytes.slice(0, 120))} ${problem}`);
    });
    expect((await Promise.all(problems)).flat()).toEqual([]);
  });

  it('leads nobody astray who asks in an unwonted way', async () => {
    const problems = read(base).map(async (bytes) => {
      const answer = await send(port(), bytes);
      const [first = 0] = statusesOf(answer);
      return [
        ...problemsOf(answer),
        ...(![200, 206, 301, ...refused].includes(first) ? [`answers ${first}`] : []),
      ].map((problem) => `${JSON.stringify(bytes.slice(0, 120))} ${problem}`);
    });
    expect((await Promise.all(problems)).flat()).toEqual([]);
  });

  it('is none the worse for it', async () => {
    const answer = await ask(port(), `${base}about/`);
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toContain('</html>');
  });

  it('lists no folder', async () => {
    const folders = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((path) => !existsSync(join(folder, path, 'index.html')));
    expect(folders).toEqual(expect.arrayContaining(['_astro', 'maps', '.well-known']));
    for (const path of folders) {
      const nothing = policy.removed.includes(base + path) ? 410 : 404;
      const address = encodeURI(base + path);
      expect([path, (await ask(port(), `${address}/`)).status]).toEqual([path, nothing]);
      const bare = await ask(port(), address);
      expect([301, nothing], path).toContain(bare.status);
      expect(bare.body.toString()).not.toContain('Index of');
    }
  });

  it('has no address for what is for hosts, nor for what lies compressed beside a file', async () => {
    const hidden = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /(?:^|\/)\.(?!well-known)/.test(path) || /\.(?:br|gz|zst)$/.test(path),
    );
    expect(hidden.length).toBeGreaterThan(policy.files.length / 2);
    const known = ['.git/config', '.env', '.htpasswd', 'about/.DS_Store', '.well-known/.x'];
    const found = [...hidden, ...known].map(async (path) => {
      const { status } = await ask(port(), encodeURI(base + path));
      // Debian’s Apache refuses `.htaccess` before the site is asked.
      return status === (server === 'apache' && /\.ht\w+$/.test(path) ? 403 : 404) ? [] : [path];
    });
    expect((await Promise.all(found)).flat()).toEqual([]);
    const served = await ask(port(), `${base}.well-known/security.txt`);
    expect([served.status, values(served, 'Content-Type')]).toEqual([
      200,
      ['text/plain; charset=utf-8'],
    ]);
  });
});
