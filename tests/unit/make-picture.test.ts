import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { madeLength, makePicture } from '../../src/make-picture.ts';

const root = mkdtempSync(join(tmpdir(), 'newsroom-'));
const shelf = join(root, 'astro/assets');
process.env.CACHE = root;
afterAll(() => rmSync(root, { recursive: true, force: true }));

const original = join(root, 'a.png');
await sharp({ create: { width: 90, height: 60, channels: 3, background: '#246' } })
  .png()
  .toFile(original);
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/">Somebody/AGENCY</x:xmpmeta>';
const wanted = { format: 'jpg', width: 40, height: 27, xmp } as const;
const length = (name: string) =>
  madeLength(`https://anh.example/news/_astro/${name}`, original, wanted);

it('is the length of the picture, which is laid where Astro looks for it', async () => {
  const made = await makePicture(original, wanted);
  expect(await length('a.digest_1.jpg')).toBe(made.length);
  expect(readFileSync(join(shelf, 'a.digest_1.jpg')).equals(made)).toBe(true);
  expect(readdirSync(shelf)).toEqual(['a.digest_1.jpg']);
});

it('is that of the file which is there already, as that will be published', async () => {
  mkdirSync(shelf, { recursive: true });
  writeFileSync(join(shelf, 'b.digest_1.jpg'), 'Five.');
  expect(await length('b.digest_1.jpg')).toBe(5);
  expect(readFileSync(join(shelf, 'b.digest_1.jpg'), 'utf8')).toBe('Five.');
});

it('knows a picture by its name, not by its address', async () => {
  await length('c%20%C3%A9.digest_1.jpg');
  expect(readdirSync(shelf)).toContain('c é.digest_1.jpg');
});

it('may be asked for twice at once', async () => {
  const [one, two] = await Promise.all([length('d.jpg'), length('d.jpg')]);
  expect(one).toBe(two);
  expect(readdirSync(shelf).filter((name) => name.startsWith('d.jpg'))).toEqual(['d.jpg']);
});

it('leaves nothing behind where the picture cannot be made', async () => {
  writeFileSync(original, readFileSync(original).subarray(0, 20));
  await expect(length('e.jpg')).rejects.toThrow();
  expect(readdirSync(shelf).filter((name) => name.startsWith('e'))).toEqual([]);
});
