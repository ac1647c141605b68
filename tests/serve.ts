import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/**
 * Serves a folder on this machine as a plain static host would.
 * @param base the path below which it is served, `/` or `/news/`
 * What lies packed beside a file is sent in its place to browsers that take it.
 * @param headers what is sent with the answer to a path, besides
 * @returns the address of the front page, and how to end it
 */
export async function serve(
  folder: string,
  base = '/',
  headers: (path: string) => OutgoingHttpHeaders = () => ({}),
) {
  const packed = { dev: true, brotli: true, gzip: true };
  const files = sirv(folder, packed);
  const notFound = sirv(folder, { ...packed, single: '404.html' });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    for (const [name, value] of Object.entries(headers(pathname))) response.setHeader(name, value!);
    if (!request.url?.startsWith(base)) return void response.writeHead(404).end();
    request.url = request.url.slice(base.length - 1);
    files(request, response, () => {
      response.statusCode = 404;
      request.url = '/404.html';
      notFound(request, response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
