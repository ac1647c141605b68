import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { headersFor, typeFor } from '../../src/outputs/hosts/policy.ts';
import { archive } from '../sites.ts';
import { lay } from './laid.ts';
import { startObjectStore } from './object-store.ts';

const objects = new Map([
  ['news/gone/index.html', Buffer.from('old')],
  ['other/index.html', Buffer.from('of another site')],
]);
const store = await startObjectStore(objects);
afterAll(() => store.close());

const upload = (folder: string, ...options: string[]) =>
  promisify(execFile)('sh', [join(folder, '.host/upload.sh'), 'store:news', ...options], {
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

const missing = spawnSync('rclone', ['version']).error && 'skipped, as rclone is not installed: ';

it.skipIf(missing)(
  `${missing ?? ''}uploads all files once, with types and caching, what pages need first and feeds last`,
  async () => {
    const { folder, policy } = await lay(archive, 's3', 's3');
    const expectAllUploaded = () => {
      const uploaded = store.deeds.filter(({ method }) => method === 'PUT');
      expect(uploaded.map(({ key }) => key).sort()).toEqual(
        policy.files.map((file) => `news/${file}`).sort(),
      );
      for (const { key, headers } of uploaded)
        expect([key, headers['content-type'], headers['cache-control']]).toEqual([
          key,
          typeFor(policy, `/${key}`),
          headersFor(policy, `/${key}`)['cache-control'],
        ]);
    };
    await upload(folder);
    expectAllUploaded();
    for (const file of policy.files)
      expect(objects.get(`news/${file}`)!.equals(readFileSync(join(folder, file))), file).toBe(
        true,
      );

    const order = store.deeds.map(({ method, key, headers }) => {
      if (method === 'DELETE') return 4;
      if (headers['cache-control']?.includes('immutable')) return 0;
      if (/(?:feed|atom|sitemap|sitemaps\/.*)\.xml$|feed\.json$|wire\.json$/.test(key)) return 3;
      return key.endsWith('.html') ? 2 : 1;
    });
    expect(order).toEqual(order.toSorted());
    expect(new Set(order).size).toBe(5);
    expect(store.deeds.at(-1)).toMatchObject({ method: 'DELETE', key: 'news/gone/index.html' });
    expect(objects.has('other/index.html')).toBe(true);

    store.deeds.length = 0;
    await upload(folder);
    expect(store.deeds).toEqual([]);
    await upload(folder, '--ignore-times');
    expectAllUploaded();
  },
);
