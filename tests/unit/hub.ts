import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer of a hub: a status, perhaps with words and headers. */
export type Reply = [status: number, words?: string, headers?: Record<string, string>];

/** A hub on this machine, which ends with the process. */
export interface Hub {
  url: string;
  /** What it was told, as forms, in order. */
  heard: string[];
  /** What it says, one after the other; when it has said all, 204. */
  replies: Reply[];
}

/** Starts a hub. */
export async function startHub(...replies: Reply[]): Promise<Hub> {
  const hub: Hub = { url: '', heard: [], replies };
  const server = createServer((request, response) => {
    let form = '';
    request.on('data', (part) => (form += String(part)));
    request.on('end', () => {
      hub.heard.push(`${request.method} ${request.headers['content-type']} ${form}`);
      const [status, words = '', headers = {}] = hub.replies.shift() ?? [204];
      response.writeHead(status, headers).end(words);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return hub;
}

/** The address of a hub that is not there any more. */
export async function deadHub(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/`;
}
