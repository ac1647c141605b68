import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readPicture } from '../../../src/desk/picture-file.ts';
import { Downloads } from '../../../src/import/downloads.ts';
import { fetchPicture } from '../../../src/import/fetch-picture.ts';
import { heic } from '../heif.ts';
import { picture, xmp } from '../noted-pictures.ts';

const root = mkdtempSync(join(tmpdir(), 'newsroom-'));

/** Fetches a picture from beside the copy: what is said of it, and its file if there is one. */
async function fetched(address: string, file: string, bytes: Buffer) {
  const [beside, folder] = ['copy', 'story'].map((name) =>
    join(mkdtempSync(join(root, 'a')), name),
  );
  for (const one of [beside!, folder!]) mkdirSync(one);
  writeFileSync(join(beside!, address), bytes);
  const wanted = { file, address, isLead: false, needs: [] };
  const state = await fetchPicture(wanted, folder!, join(beside!, 'copy.json'), new Downloads());
  const target = join(folder!, file);
  return { state, folder: folder!, made: existsSync(target) ? readFileSync(target) : undefined };
}

const jpeg = await picture().resize(90, 60).jpeg().toBuffer();

it.each<[string, Buffer, string]>([
  [
    'is HEIC',
    heic(),
    'missing: it is HEIC (HEIF), which stories can’t use; save it under this name as JPEG or PNG',
  ],
  ['is cut off', jpeg.subarray(0, jpeg.length - 20), 'missing: it is cut off or damaged'],
])('no picture is taken that %s', async (_, bytes, state) => {
  expect(await fetched('p.heic', 'picture-1.jpg', bytes)).toMatchObject({ state, made: undefined });
});

it('a picture as its name says is taken byte for byte', async () => {
  const { state, made } = await fetched('p.jpg', 'picture-1.jpg', jpeg);
  expect(state).toBe('saved beside the story, 90 × 60');
  expect(made!.equals(jpeg)).toBe(true);
});

it.each([
  ['webp', 'picture-1.jpg', 'it was WebP and was converted to JPEG'],
  ['png', 'picture-1.jpeg', 'it was PNG and was converted to JPEG'],
  ['gif', 'picture-1.jpg', 'it was GIF and was converted to JPEG'],
  ['gif', 'picture-1.png', 'it was GIF and was converted to PNG'],
  ['jpeg', 'picture-1.webp', 'it was JPEG and was converted to WebP'],
] as const)('%s under the name %s becomes what that says', async (kind, file, told) => {
  const bytes = await picture()
    .withXmp(xmp({ 'photoshop:Credit': 'AP' }))
    .toFormat(kind)
    .toBuffer();
  const { state, folder } = await fetched('p.jpg', file, bytes);
  const says = kind === 'gif' ? '' : '; the file says: credit “AP”';
  expect(state).toBe(`saved beside the story, 8 × 6; ${told}${says}`);
  const notes = kind === 'gif' ? {} : { notes: { credit: 'AP', hasGps: false } };
  expect(await readPicture(folder, folder, file, 'en')).toEqual({
    picture: { path: file, width: 8, height: 6, ...notes },
    notices: [],
  });
});

it('what is transparent does not become black', async () => {
  const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();
  const { made } = await fetched('p.jpg', 'picture-1.jpg', clear);
  expect([...(await sharp(made).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
});
