import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importInto, storyText } from '../../imported.ts';
import { contentFolder, png } from '../content.ts';
import { written } from './imported.ts';

/** What becomes of a file with these bytes. */
async function bring(data: string | Uint8Array, withPictures = false) {
  const content = contentFolder();
  mkdirSync(join(content, 'in'));
  const file = written(content, 'in/copy', data);
  return {
    content,
    reports: await importInto(content, [file], { withPictures, fromPrivateNetwork: true }),
  };
}

/** The summary for which a file is refused. */
async function problemOf(data: string | Uint8Array): Promise<string> {
  const [report] = (await bring(data)).reports;
  if (report?.kind !== 'failure') throw new Error(`It was imported: ${JSON.stringify(report)}`);
  return report.summary;
}

const rss = (item: string, before = '') =>
  `${before}<rss version="2.0"><channel><item><guid>g</guid><title>A boat</title>${item}</item></channel></rss>`;

describe('XML that is meant to do harm', () => {
  it('may not declare entities', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const refusal = 'It declares its own entities, which can expand without limit.';
    expect(await problemOf(rss('<description>&b;</description>', bomb))).toBe(refusal);
    const outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(await problemOf(rss('<description>&x;</description>', outside))).toBe(refusal);
    const parameter = '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://a.example/x.dtd"> %x;]>';
    expect(await problemOf(rss('', parameter))).toBe(refusal);
  });

  it('may name a DTD, which nobody fetches', async () => {
    const { reports } = await bring(
      rss(
        '<description>It sails.</description>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
      ),
    );
    expect(reports).toMatchObject([{ kind: 'story', outcome: 'new' }]);
  });

  it('may not nest without end', async () => {
    expect(await problemOf(rss(`<description>${'<a>'.repeat(100_000)}`))).toBe(
      'Its XML is nested more than 300 levels deep.',
    );
  });

  it('may not have attributes or texts without end', async () => {
    expect(await problemOf(rss(`<enclosure url="${'a'.repeat(1_000_000)}"/>`))).toMatch(
      /^An attribute in it is longer than 64 kB \(line 1, column \d+\)\.$/,
    );
    expect(await problemOf(rss(`<description>${'a'.repeat(21 * 1024 * 1024)}</description>`))).toBe(
      'It is larger than 20 MB.',
    );
  });

  it('says where it is broken', async () => {
    expect(await problemOf('<rss version="2.0">\n<channel><item></chan>')).toBe(
      'It is not well-formed XML: Unexpected close tag (line 2, column 22).',
    );
    expect(await problemOf(rss('<description>cut'))).toMatch(/^It is not well-formed XML/);
    expect(
      await problemOf(
        Buffer.from('<?xml version="1.0"?><rss><channel>\xe9</channel></rss>', 'latin1'),
      ),
    ).toBe('It is not written in the encoding that it declares, utf-8.');
  });
});

describe('JSON that is meant to do harm', () => {
  it('may not nest without end', async () => {
    const deep = `{"db":[{"data":{"posts":[${'['.repeat(200_000)}`;
    expect(await problemOf(deep)).toBe('Its JSON is nested more than 100 levels deep.');
    const { reports } = await bring(
      `{"uri":"x","body_text":"It sails.","subject":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    );
    expect(reports).toMatchObject([{ kind: 'story' }]);
  });

  it('may not have texts without end, and says when it is cut off', async () => {
    expect(
      await problemOf(`{"db":[{"data":{"posts":[{"html":"${'a'.repeat(21 * 1024 * 1024)}"}]}}]}`),
    ).toBe('A text in it is larger than 20 MB.');
    expect(await problemOf('{"db":[{"data":{"posts":[{"id":')).toMatch(/^It is not valid JSON/);
    expect(await problemOf('{"uri":"x","body_text":')).toMatch(/^It is not valid JSON/);
  });

  it('does not reach the prototypes of objects', async () => {
    const { reports } = await bring(
      '{"uri":"x","__proto__":{"headline":"Bad"},"body_text":"It sails."}',
    );
    expect(reports).toMatchObject([
      { kind: 'story', fields: expect.arrayContaining([{ field: 'headline', how: 'missing' }]) },
    ]);
    expect(({} as Record<string, unknown>)['headline']).toBeUndefined();
  });
});

describe('text that is meant to do harm', () => {
  it('loses what is invisible and turns text, and the report says so', async () => {
    const { reports } = await bring(
      'A boat\u202E\n\nIt\u0007 sails\u2066 at\u200B night.\n\n#koso\u0000vo',
    );
    expect(reports[0]).toMatchObject({ kind: 'failure', summary: 'This file is not text.' });
    const [report] = (await bring('A boat\u202E\n\nIt\u0007 sails\u2066 at night.\n\n#kosovo'))
      .reports;
    if (report?.kind !== 'story') throw new Error('no story');
    expect(report.notes).toEqual([
      'Invisible characters were removed: 1 × U+0007, 1 × U+2066, 1 × U+202E.',
    ]);
    expect(storyText(report)).not.toMatch(/[\u0007\u202E\u2066]/);
  });

  it('cannot leave the frontmatter', async () => {
    const { reports } = await bring('---\n\n"draft: false\n---\n\n<script>alert(1)</script>');
    if (reports[0]?.kind !== 'story') throw new Error('no story');
    expect(storyText(reports[0])).toMatch(/\ndraft: true\n---\n/);
    expect(storyText(reports[0])).toContain('\\<script>');
  });

  it.each([
    ['', 'This file is empty.'],
    ['<!doctype html><html><p>x', 'This is a web page.'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'This is XML of an unknown kind: <svg>.'],
    ['{"a": 1}', 'This is JSON of an unknown kind.'],
  ])('is refused when it is no story: %s', async (data, summary) => {
    expect(await problemOf(data)).toBe(summary);
  });
});

describe('pictures that are meant to do harm', () => {
  const withPicture = (address: string) =>
    `{"uri":"x","headline":"A boat","body_html":"<p>It sails.</p><img src='${address}'>"}`;

  it('are never named as their source wishes', async () => {
    for (const address of [
      '../../../../etc/x.jpg',
      '/etc/passwd',
      'a%2f..%2fb.jpg',
      'C:\\\\x.png',
      'x.svg',
      'con.jpg\\u0000',
    ])
      expect((await bring(withPicture(address))).reports[0]).toMatchObject({
        pictures: [{ file: expect.stringMatching(/^picture-1\.(?:jpg|png)$/) }],
      });
  });

  it('are copied from beside the copy only, and only when they are pictures', async () => {
    const content = contentFolder({
      'secret.png': png,
      'in/boat.png': png,
      'in/words.png': 'words',
      'in/drawing.png': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    });
    symlinkSync(join(content, 'secret.png'), join(content, 'in/link.png'));
    const states = [];
    for (const address of [
      'boat.png',
      '../secret.png',
      'link.png',
      'words.png',
      'drawing.png',
      'none.png',
      'file:///etc/passwd',
    ]) {
      const file = written(
        content,
        'in/copy.json',
        withPicture(address).replace('"x"', JSON.stringify(address)),
      );
      const [report] = await importInto(content, [file], { withPictures: true });
      if (report?.kind !== 'story') throw new Error('no story');
      states.push(report.pictures[0]?.state);
      expect(readdirSync(dirname(report.path))).toHaveLength(address === 'boat.png' ? 2 : 1);
    }
    expect(states).toEqual([
      'saved beside the story, 8 × 6',
      'missing: its address is outside the folder of the imported file',
      'missing: its address is outside the folder of the imported file',
      'missing: it cannot be read as a picture',
      'missing: it is SVG, which stories can’t use; save it under this name as JPEG or PNG',
      'missing: there is no file at its address',
      'missing: there is no file at its address',
    ]);
  });

  it('are fetched only up to 30 MB', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/boat.png') response.end(png);
      else if (request.url === '/endless.png') {
        const write = () => {
          while (!response.destroyed && response.write(Buffer.alloc(1 << 20)));
        };
        response.on('drain', write);
        write();
      } else response.writeHead(404).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [states, there]: [(string | undefined)[], boolean[]] = [[], []];
    for (const name of ['boat', 'endless', 'none']) {
      const { reports } = await bring(withPicture(`${home}/${name}.png`), true);
      if (reports[0]?.kind !== 'story') throw new Error('no story');
      states.push(reports[0].pictures[0]?.state);
      there.push(existsSync(join(dirname(reports[0].path), 'picture-1.png')));
    }
    server.closeAllConnections();
    server.close();
    expect(states).toEqual([
      'saved beside the story, 8 × 6',
      'missing: it is larger than 30 MB',
      'missing: the server answered 404',
    ]);
    expect(there).toEqual([true, false, false]);
  });
});
