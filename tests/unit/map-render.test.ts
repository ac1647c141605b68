import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readNotes } from '../../src/desk/picture-notes.ts';
import { draw } from '../../src/maps/draw.ts';
import { writeMaps, mapFiles } from '../../src/maps/files.ts';
import { around } from '../../src/maps/labels.ts';
import { mapNode, renderMap } from '../../src/maps/render.ts';
import { xmpOf } from '../../src/raster/xmp.ts';
import { editionOf, story, storyFile } from './content.ts';
import { at, of, sheets } from './map.ts';

const credit = 'Map: ANH; shapes: Natural Earth';
const xmp = xmpOf({ image: ':map', alt: 'A', caption: 'B', credit }, {});

/** The chunks of a PNG: the type of each, and its data with one byte to a character. */
function chunksOf(png: Buffer): [type: string, data: string][] {
  const chunks: [string, string][] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    chunks.push([png.toString('latin1', at + 4, at + 8), data.toString('latin1')]);
  }
  return chunks;
}

it('a printed map has its credit where readers of XMP look', async () => {
  const png = await renderMap(draw(of([at('Pristina', 42.66, 21.17)]), sheets[0]!), xmp);
  const texts = chunksOf(png).filter(([type]) => /^.[XT]..$/i.test(type));
  // XMP part 3, 1.1.5: the keyword, no compression, no language, no translated keyword.
  expect(texts).toEqual([['iTXt', `XML:com.adobe.xmp\0\0\0\0\0${xmp}`]]);
  expect(await readNotes(png)).toEqual({ credit, hasGps: false });
});

it('a printed map has the land’s color about words that stand on it, and on no others', () => {
  const label = { x: 9, y: 9, anchor: 'start', size: 9, box: around(9, 9, 9) } as const;
  const kinds = ['name', 'country', 'around', 'scale', 'number', 'key'] as const;
  const drawing = {
    ...draw(of([at('Pristina', 42.66, 21.17)]), sheets[0]!),
    words: kinds.map((kind) => ({ kind, label: { ...label, lines: [kind] } })),
  };
  const { children } = mapNode(drawing) as {
    children: { text?: string; style: { WebkitTextStroke?: string } }[];
  };
  const told = (isAround: boolean) =>
    children
      .filter(({ style }) => (style.WebkitTextStroke !== undefined) === isAround)
      .flatMap(({ text }) => text ?? []);
  expect(told(true)).toEqual(['name', 'country', 'around', 'scale']);
  expect(told(false)).toEqual(kinds);
});

it('the maps of a site are laid where none lies yet', async () => {
  const map = '{ alt: Two towns, caption: Where it happened. }';
  const { stories } = await editionOf({
    [storyFile]: story({ places: '[{ name: Pristina, at: [42.66, 21.17] }]', map }),
  });
  const { wide, narrow, print } = mapFiles(stories[0]!);
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  await writeMaps(stories, site, (path) => path === wide.path);
  const laid = readdirSync(join(site, 'maps')).map((name) => `maps/${name}`);
  expect(laid.sort()).toEqual([narrow.path, print.path].sort());
});

it('a printed map has names with combining marks, and none of which its faces have a part only', () => {
  const places = [at('Ɛ\u0301ve', 42.66, 21.17), at('о\u0308ре', 42.3, 21.9)];
  const printed = JSON.stringify(mapNode(draw(of(places), sheets[0]!)));
  expect(printed).toContain('"Ɛ\u0301ve"');
  expect(printed).not.toContain('"о\u0308ре"');
});
