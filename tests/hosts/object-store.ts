import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What was done to an object. */
export interface Deed {
  method: 'PUT' | 'DELETE';
  key: string;
  headers: IncomingHttpHeaders;
}

/** An object store with one bucket, `news`, as far as rclone needs it (Amazon S3 API reference). */
export async function startObjectStore(objects: Map<string, Buffer>) {
  const deeds: Deed[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://store');
    const key = decodeURIComponent(pathname).replace(/^\/news\/?/, '');
    const { method, headers } = request;
    const body = await buffer(request);
    const prefix = searchParams.get('prefix') ?? '';
    if (key === '') return void response.end(list(objects, prefix, searchParams.get('delimiter')));
    if (method === 'PUT' || method === 'DELETE') deeds.push({ method, key, headers });
    if (method === 'PUT') objects.set(key, body);
    if (method === 'DELETE') objects.delete(key);
    const object = objects.get(key);
    response.statusCode = object ? 200 : method === 'DELETE' ? 204 : 404;
    if (object) {
      response.setHeader('ETag', tagOf(object));
      response.setHeader('Last-Modified', modified.toUTCString());
      if (method === 'HEAD') response.setHeader('Content-Length', object.length);
    }
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, deeds, close: () => void server.close() };
}

/** That of all objects: which have changed is told by what is in them. */
const modified = new Date('2026-01-01');

const tagOf = (object: Buffer) => `"${createHash('md5').update(object).digest('hex')}"`;

/** The objects whose names begin with a text, and folders below that, if these are told apart. */
function list(objects: Map<string, Buffer>, prefix: string, delimiter: string | null): string {
  const folders = new Set<string>();
  const contents: string[] = [];
  for (const [key, object] of objects) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    if (end >= 0) folders.add(key.slice(0, end + 1));
    else
      contents.push(
        `<Contents><Key>${key}</Key><Size>${object.length}</Size><ETag>${tagOf(object)}</ETag><LastModified>${modified.toISOString()}</LastModified></Contents>`,
      );
  }
  const below = [...folders].map((folder) => `<Prefix>${folder}</Prefix>`);
  return `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}${below.map((one) => `<CommonPrefixes>${one}</CommonPrefixes>`).join('')}</ListBucketResult>`;
}
