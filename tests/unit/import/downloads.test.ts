import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Downloads, type DownloadLimits } from '../../../src/import/downloads.ts';
import { isPublicAddress } from '../../../src/import/public-address.ts';

describe('an address of the internet', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
    'is public: %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.1.1', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1'],
    ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:10.0.0.1', '2001:db8::1', ''],
    'harbour.example',
  ])('is not public: %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server of this machine for one test, and how often it was asked. */
async function serve(answer: RequestListener) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, port, asked: () => asked };
}

const toThis = { mayReach: (address: string) => address === '127.0.0.1' };
const get = (address: string, limits: Partial<DownloadLimits> = toThis, largest = 9999) =>
  new Downloads(limits).get(address, largest);
const notPublic = 'its server is not on the public internet; `--private-network` allows it';

describe('downloads', () => {
  it('ask no server outside the public internet, whether it is there or not', async () => {
    const server = await serve((_, response) => response.end('boat'));
    const none = server.address.replace(String(server.port), '9');
    for (const address of [server.address, none, `http://localhost:${server.port}`])
      expect(await get(address, {})).toBe(notPublic);
    expect(server.asked()).toBe(0);
    expect(Buffer.from((await get(server.address)) as Uint8Array).toString()).toBe('boat');
    expect(server.asked()).toBe(1);
  });

  it('look at each address to which they are led', async () => {
    let location = '/boat';
    const server = await serve((request, response) =>
      request.url === '/boat' ? response.end('boat') : response.writeHead(302, { location }).end(),
    );
    expect(Buffer.from((await get(server.address)) as Uint8Array).toString()).toBe('boat');
    location = 'http://10.0.0.1/boat';
    expect(await get(server.address)).toBe(notPublic);
    location = 'ftp://127.0.0.1/boat';
    expect(await get(server.address)).toBe('its address is not a web address');
    location = '/again';
    expect(await get(server.address)).toBe('its server redirects too many times');
  });

  it('end where all files together are too large, or take too long', async () => {
    const server = await serve((request, response) => {
      if (request.url !== '/slow') response.end('x'.repeat(600));
    });
    const few = new Downloads({ ...toThis, bytes: 1000 });
    expect(await few.get(server.address, 9999)).toHaveLength(600);
    const over =
      'all files of an import together are too large; to continue, import the same file again';
    expect(await few.get(server.address, 9999)).toBe(over);
    expect(await few.get(server.address, 9999)).toBe(over);
    expect(server.asked()).toBe(2);
    const slow = `${server.address}/slow`;
    expect(await get(slow, { ...toThis, milliseconds: 50 })).toBe(
      'the time limit for all files of an import has passed; to continue, import the same file again',
    );
    expect(await get(slow, { ...toThis, millisecondsEach: 50 })).toBe(
      'its server did not answer within 0.05 seconds',
    );
  });

  it('say what a server answered', async () => {
    const server = await serve((_, response) => response.writeHead(403).end());
    expect(await get(server.address)).toBe('the server answered 403');
    expect(await get('http://harbour.invalid/')).toBe('its server could not be reached');
  });
});
