import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headersFor, typeFor } from '../../src/hosting/policy.ts';
import { lay, type Deployed } from './deployed.ts';
import { startObjectStore } from './object-store.ts';
import { missing } from '../required.ts';
import { deep, shallow } from './placed.ts';

const objects = new Map<string, Buffer>();
let store: Awaited<ReturnType<typeof startObjectStore>>;
beforeAll(async () => void (store = await startObjectStore(objects)));
afterAll(() => store.close());

/** Uploads a site and gives back what was done to which object, in order. */
async function upload({ folder }: Deployed, ...options: string[]) {
  store.deeds.length = 0;
  const script = join(folder, '.host/upload.sh');
  await promisify(execFile)('sh', [script, 'store:news', ...options], {
    env: {
      PATH: process.env.PATH,
      RCLONE_CONFIG: '/dev/null',
      RCLONE_CONFIG_STORE_TYPE: 's3',
      RCLONE_CONFIG_STORE_PROVIDER: 'Other',
      RCLONE_CONFIG_STORE_ENDPOINT: store.url,
      RCLONE_CONFIG_STORE_ACCESS_KEY_ID: 'none',
      RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: 'none',
      RCLONE_CONFIG_STORE_NO_CHECK_BUCKET: 'true',
    },
  });
  return [...store.deeds];
}

/** What was uploaded, as the policy has it: every file once. */
const uploadsOf = ({ policy }: Deployed) =>
  policy.files
    .map((file) => policy.base + file)
    .map((path) => [
      path.slice(1),
      typeFor(policy, path),
      headersFor(policy, path)['cache-control'],
    ])
    .sort();

const told = (deeds: Awaited<ReturnType<typeof upload>>) =>
  deeds
    .filter(({ method }) => method === 'PUT')
    .map(({ key, headers }) => [key, headers['content-type'], headers['cache-control']])
    .sort();

const lacking = missing('rclone');
const why = lacking && `${lacking}: `;

it.skipIf(why)(`${why}uploads all files once, what pages need first and feeds last`, async () => {
  objects.set(`${deep.base.slice(1)}gone/index.html`, Buffer.from('old'));
  objects.set('other/index.html', Buffer.from('of another site'));
  const laid = await lay(deep, 's3', 's3');
  const deeds = await upload(laid);
  expect(told(deeds)).toEqual(uploadsOf(laid));
  for (const file of laid.policy.files)
    expect(
      readFileSync(join(laid.folder, file)).equals(objects.get(deep.base.slice(1) + file)!),
    ).toBe(true);

  const order = deeds.map(({ method, key, headers }) => {
    if (method === 'DELETE') return 4;
    if (headers['cache-control']?.includes('immutable')) return 0;
    if (/(?:feed|atom|sitemap|sitemaps\/.*)\.xml$|feed\.json$|wire\.json$/.test(key)) return 3;
    return key.endsWith('.html') ? 2 : 1;
  });
  expect(order).toEqual(order.toSorted());
  expect(new Set(order).size).toBe(5);
  expect(deeds.at(-1)).toMatchObject({
    method: 'DELETE',
    key: `${deep.base.slice(1)}gone/index.html`,
  });
  expect(objects.has('other/index.html')).toBe(true);
});

it.skipIf(why)(
  `${why}uploads nothing that is there, and all again, once, when it is told to`,
  async () => {
    const laid = await lay(shallow, 's3', 's3');
    objects.clear();
    for (const file of laid.policy.files) objects.set(file, readFileSync(join(laid.folder, file)));
    expect(await upload(laid)).toEqual([]);
    const deeds = await upload(laid, '--ignore-times');
    expect(told(deeds)).toEqual(uploadsOf(laid));
    expect(deeds).toHaveLength(laid.policy.files.length);
  },
);
