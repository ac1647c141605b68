import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { afterEach, describe, expect, it } from 'vitest';
import { copyFrom } from '../../../src/import/copy-from.ts';
import { decodeText } from '../../../src/import/decode.ts';
import { detectFormat } from '../../../src/import/detect-format.ts';
import { Downloads } from '../../../src/import/downloads.ts';
import { fetchFile, nameFiles } from '../../../src/import/fetch-file.ts';
import { fetchPicture } from '../../../src/import/fetch-picture.ts';
import { contentFolder, png } from '../content.ts';
import { written } from './imported.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server of this machine for one test. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const downloads = () => new Downloads({ mayReach: () => true });

describe('the format of a file', () => {
  const wxr = 'xmlns:wp="http://wordpress.org/export/1.2/"';
  it.each([
    ['A boat', 'plain text'],
    ['\uFEFF\n <rss/>', 'feed'],
    ['<?xml version="1.0"?><!-- <html> --><!DOCTYPE rss [ <!ELEMENT a (b)> ]><rss>', 'feed'],
    [`<rss ${wxr}>`, 'WordPress'],
    ['<a:feed>', 'feed'],
    ['<newsItem>', 'NewsML-G2'],
    ['<x:newsMessage>', 'NewsML-G2'],
    ['<!DOCTYPE nitf SYSTEM "n.dtd"><nitf>', 'NITF'],
    ['{"db": [', 'Ghost'],
    ['{ "meta": {"a": 1}, "data": {', 'Ghost'],
    ['{"data":{', 'Ghost'],
    ['{"a":1,"versioncreated":"x"', 'ninjs'],
    ['{"headline": "x"', 'ninjs'],
  ])('is detected by its content: %s', async (text, format) => {
    expect(await detectFormat(written(contentFolder(), 'copy', text))).toBe(format);
  });

  it.each([
    [' \n', 'This file is empty.'],
    ['a\u0000b', 'This file is not text.'],
    ['<HTML><html>', '<HTML>'],
    ['<html>', 'This is a web page.'],
    ['< a', '<?>'],
    ['{"data": 5}', 'JSON of an unknown kind'],
  ])('is refused where nobody knows it: %j', async (text, summary) => {
    await expect(detectFormat(written(contentFolder(), 'copy', text))).rejects.toThrow(summary);
  });

  it('is detected by the start of a large file, which may end within a character', async () => {
    const text = `{"uri":"x","a":"${'é'.repeat(40_000)}"}`;
    expect(await detectFormat(written(contentFolder(), 'copy', text))).toBe('ninjs');
  });
});

it.each([
  [Buffer.from('a\r\nb\rc\u2028d\u2029e'), 'a\nb\nc\nd\ne', undefined],
  [Buffer.from('\uFEFFé', 'utf16le').swap16(), 'é', /UTF-16/],
  [Buffer.from('\uFEFFé', 'utf16le'), 'é', /UTF-16/],
  [Buffer.from([0xff, 0x61]), 'ÿa', /Windows-1252/],
  [Buffer.from([0xfe, 0x61]), 'þa', /Windows-1252/],
  [Buffer.from([0xe9]), 'é', /Windows-1252/],
])('reads the bytes of a text: %j', (bytes, text, note) => {
  const read = decodeText(bytes);
  expect(read.text).toBe(text);
  if (note) expect(read.note).toMatch(note);
  else expect(read).not.toHaveProperty('note');
});

describe('a file that came with a copy', () => {
  it.each([
    ['a.txt', 'a'],
    ['/a.txt', 'a'],
    ['b%20c.txt', 'b'],
    ['d%.txt', 'd'],
    ['..e.txt', 'its address is outside the folder of the imported file'],
    ['x.txt', 'there is no file at its address'],
    ['file:a.txt', 'there is no file at its address'],
    ['../secret.txt', 'its address is outside the folder of the imported file'],
    ['..', 'its address is outside the folder of the imported file'],
    ['long.txt', 'it is larger than 0.000003814697265625 MB'],
  ])('is read from its folder only: %s', async (address, expected) => {
    const folder = contentFolder({
      ...{ 'in/a.txt': 'a', 'in/b c.txt': 'b', 'in/d%.txt': 'd', 'in/..e.txt': 'e' },
      ...{ 'in/long.txt': '12345', 'secret.txt': 's' },
    });
    const found = await copyFrom(address, join(folder, 'in/copy'), 4);
    expect(typeof found === 'string' ? found : Buffer.from(found).toString()).toBe(expected);
  });
});

describe('files of the newsroom’s own', () => {
  const own = { isOwn: (address: string) => !address.includes('other') } as never;
  const text = (...addresses: string[]): Root => ({
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: addresses.map((url) => ({ type: 'link', url, children: [] })),
      },
    ],
  });
  const hrefs = (root: Root) =>
    [...JSON.stringify(root).matchAll(/"url":"([^"]*)"/g)].map(([, one]) => one);

  it('get names of their own, each address one', () => {
    const root = text(
      '/x/A_b.PDF',
      '/y/a-b.pdf',
      '/x/A_b.PDF',
      '/%ff.zip',
      '/a.html',
      'https://other.example/a.pdf',
    );
    const files = nameFiles(root, 'articles/storm/index.md', own, {
      publicFolder: '/public',
      withPictures: true,
    });
    expect(hrefs(root)).toEqual([
      '/files/storm/a-b.pdf',
      '/files/storm/2-a-b.pdf',
      '/files/storm/a-b.pdf',
      '/files/storm/ff.zip',
      '/a.html',
      'https://other.example/a.pdf',
    ]);
    expect(files.map(({ path }) => path)).toEqual([
      '/public/files/storm/a-b.pdf',
      '/public/files/storm/2-a-b.pdf',
      '/public/files/storm/ff.zip',
    ]);
  });

  it('are linked to without being fetched where they are there', () => {
    const publicFolder = contentFolder({ 'files/storm/a.pdf': '%PDF' });
    const root = text('/a.pdf', '/b.pdf');
    const place = 'articles/storm.md';
    expect(nameFiles(root, place, own, { publicFolder, withPictures: false })).toHaveLength(1);
    expect(hrefs(root)).toEqual(['/files/storm/a.pdf', '/b.pdf']);
  });

  it('are fetched once, unless a server has a page for them', async () => {
    let asked = 0;
    const home = await serve(({ url }, response) => {
      asked += 1;
      response.end(url === '/a.mp3' ? 'talk' : ' <!DOCTYPE HTML><p>Not found');
    });
    const folder = contentFolder({ 'in/c.pdf': '%PDF' });
    const fetched = async (address: string, name: string) => {
      const file = { address, href: `/${name}`, path: join(folder, 'public', name) };
      return (await fetchFile(file, join(folder, 'in/copy'), downloads())).state;
    };
    expect(await fetched(`${home}/a.mp3`, 'a.mp3')).toBe(
      'saved as public/a.mp3; to show a player, put it beside the story and write its transcript',
    );
    expect(await fetched(`${home}/a.mp3`, 'a.mp3')).toBe('saved as public/a.mp3');
    expect(asked).toBe(1);
    expect(await fetched(`${home}/b.pdf`, 'b.pdf')).toBe(
      'missing: it is a web page; save it as public/b.pdf',
    );
    expect(await fetched('c.pdf', 'c.pdf')).toBe('saved as public/c.pdf');
    expect(await fetched('d.pdf', 'd.pdf')).toBe(
      'missing: there is no file at its address; save it as public/d.pdf',
    );
    expect(
      ['a.mp3', 'b.pdf', 'c.pdf'].map((name) => existsSync(join(folder, 'public', name))),
    ).toEqual([true, false, true]);
  });
});

describe('a picture that a copy names', () => {
  const picture = (file: string, address = 'a.png') =>
    ({ file, address, isLead: false, needs: [] }) as never;
  it('stays where it is, and is reported where it cannot be fetched', async () => {
    const folder = contentFolder({ 'in/a.png': png, 'story/there.png': 'x' });
    mkdirSync(join(folder, 'story'), { recursive: true });
    const fetched = (one: ReturnType<typeof picture>) =>
      fetchPicture(one, join(folder, 'story'), join(folder, 'in/copy'), downloads());
    expect(await fetched(picture('there.png'))).toBe('saved beside the story');
    expect(await fetched(picture('p.png', ''))).toBe('missing: the copy has only its caption');
    expect(await fetched(picture('p.png'))).toBe('saved beside the story, 8 × 6');
    expect(await fetched(picture('p.webp'))).toBe(
      'saved beside the story, 8 × 6; it was PNG and was converted to WebP',
    );
    expect(await fetched(picture('p.jpg'))).toBe(
      'saved beside the story, 8 × 6; it was PNG and was converted to JPEG',
    );
    writeFileSync(join(folder, 'file'), '');
    const nowhere = fetchPicture(
      picture('p.png'),
      join(folder, 'none'),
      join(folder, 'in/copy'),
      downloads(),
    );
    expect(await nowhere).toMatch(/^missing: it could not be written: ENOENT/);
  });
});

describe('a download', () => {
  const got = async (answer: RequestListener, largest = 4) => {
    const found = await downloads().get(await serve(answer), largest);
    return typeof found === 'string' ? found : Buffer.from(found).toString();
  };
  const tooLarge = 'it is larger than 0.000003814697265625 MB';

  it.each<[string, RequestListener, string]>([
    ['whole', (_, response) => response.end('1234'), '1234'],
    ['larger than it may be', (_, response) => response.end('12345'), tooLarge],
    [
      'larger than it says',
      (_, response) => {
        response.write('123');
        response.end('45');
      },
      tooLarge,
    ],
    [
      'said to be larger',
      (_, response) => response.writeHead(200, { 'content-length': 5 }).write('1'),
      tooLarge,
    ],
    [
      'led nowhere',
      (_, response) => response.writeHead(301, { location: 'http://[' }).end(),
      'its server redirects to an invalid address',
    ],
    ['led to no place', (_, response) => response.writeHead(302).end(), 'the server answered 302'],
    ['a part', (_, response) => response.writeHead(206).end('12'), 'the server answered 206'],
    ['not changed', (_, response) => response.writeHead(304).end(), 'the server answered 304'],
  ])('is %s', async (_, answer, expected) => expect(await got(answer)).toBe(expected));

  it('may be led on five times', async () => {
    const hops = (most: number): RequestListener => {
      let count = 0;
      return (_, response) =>
        (count += 1) > most
          ? response.end('boat')
          : response.writeHead(302, { location: '/' }).end();
    };
    expect(await got(hops(5))).toBe('boat');
    expect(await got(hops(6))).toBe('its server redirects too many times');
  });

  it('asks for the file as it is', async () => {
    const names = ['accept', 'accept-encoding', 'user-agent', 'authorization'];
    const said = await got(
      ({ headers }, response) => response.end(JSON.stringify(names.map((name) => headers[name]))),
      999,
    );
    expect(JSON.parse(said)).toEqual(['*/*', 'identity', 'newsroom', null]);
  });

  it('may be as large as all that is left together', async () => {
    const home = await serve((_, response) => response.end('1234'));
    const few = new Downloads({ mayReach: () => true, bytes: 4 });
    expect(await few.get(home, 9)).toHaveLength(4);
    expect(await few.get(home, 9)).toMatch(/^all files of an import together are too large/);
  });
});
