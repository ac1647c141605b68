import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { leadFrom } from '../../src/edition/old-addresses.ts';
import { pathOf, readBuiltSite } from '../../src/hosting/built-site.ts';
import { headersFor, hostPolicy, typeFor } from '../../src/hosting/policy.ts';
import { smallSite } from './hosting/small-site.ts';

/** An answer, before it is sent; what breaks it changes it in place. */
export interface Reply {
  /** With 0 the connection is cut. */
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** Spoils an answer to a request. */
export type Break = (path: string, reply: Reply, asked: IncomingHttpHeaders) => void;

/** The page of which a packed form lies beside it. */
export const page = smallSite()['a/index.html'];

/** A small site with something of everything of which a host must know. */
export function writeSmallSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const files = {
    ...smallSite(),
    '_astro/script.js': '1',
    'a/index.html.br': brotliCompressSync(page),
    '.host/server.conf': 'secret',
  };
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** Serves a built site as its policy says, but for what is broken; ends with the process. */
export async function serveByPolicy(folder: string, spoil: Break = () => {}): Promise<URL> {
  const site = readBuiltSite(folder);
  const policy = hostPolicy(site);
  const files = new Map(site.files.map((file) => [policy.base + pathOf(file), file]));
  // Read at once: some are still asked for when a test has given up, and its folder is gone.
  const bytes = new Map(
    [...site.files, ...site.unserved].map((file) => [file, readFileSync(join(folder, file))]),
  );
  const read = (file: string) => bytes.get(file)!;

  function reply(address: string, asked: IncomingHttpHeaders): Reply {
    const [path = '', query] = address.split('?');
    const file = files.get(path);
    const to = leadFrom(site, path, new URLSearchParams(query));
    const sent = (status: number, of: string, more: Reply['headers'] = [], body = Buffer.of()) => ({
      status,
      headers: [...Object.entries(headersFor(policy, of)), ...more],
      body,
    });
    if (to && to !== 'gone') return sent(301, path, [['Location', to]]);
    const type: Reply['headers'][0] = [
      'Content-Type',
      typeFor(policy, policy.base + (file ?? '404.html')),
    ];
    if (site.gone.includes(path)) return sent(410, path, [type], read(file!));
    if (!file && files.has(`${path}/`)) return sent(308, path, [['Location', `${path}/`]]);
    const nowhere = to === 'gone' ? 410 : 404;
    if (!file) return sent(nowhere, `${policy.base}404.html`, [type], read('404.html'));
    const packed = `${file}.br`;
    const isPrecompressed =
      site.unserved.includes(packed) && String(asked['accept-encoding']).includes('br');
    const etag: Reply['headers'][0] = ['ETag', `"${isPrecompressed ? packed : file}"`];
    if (asked['if-none-match'] === etag[1]) return sent(304, path, [etag]);
    if (!isPrecompressed) return sent(200, path, [type, etag], read(file));
    const encoded: Reply['headers'] = [
      ['Content-Encoding', 'br'],
      ['Vary', 'Accept-Encoding'],
    ];
    return sent(200, path, [type, etag, ...encoded], read(packed));
  }

  const server = createServer((request, response) => {
    const answer = reply(request.url!, request.headers);
    spoil(request.url!, answer, request.headers);
    if (answer.status === 0) return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers.flat()).end(answer.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  server.unref();
  return new URL(policy.base, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** Spoils the answers under one path below the front page. */
export const only =
  (one: string, spoil: (reply: Reply, asked: IncomingHttpHeaders) => void): Break =>
  (path, reply, asked) =>
    path === `/news/${one}` && spoil(reply, asked);

export const without = (reply: Reply, name: string) =>
  (reply.headers = reply.headers.filter(([one]) => one.toLowerCase() !== name));

export function set(reply: Reply, name: string, value: string) {
  without(reply, name.toLowerCase());
  reply.headers.push([name, value]);
}

export const sent = (reply: Reply, name: string) => reply.headers.find(([one]) => one === name);
