import { expect, it } from 'vitest';
import { isExcused } from '../../src/hosting/hosts.ts';
import { verify } from '../../src/hosting/verify/verify.ts';
import { onEachServer } from './running.ts';
import { deep } from './placed.ts';

onEachServer(({ server, site, folder, url }) => {
  it.skipIf(site !== deep)('is as it was built, asked as by npm run verify', async () => {
    const { differences, addresses } = await verify(new URL(url() + site.base), folder);
    expect(differences.filter(({ what }) => !isExcused(server, what))).toEqual([]);
    expect(addresses).toBeGreaterThan(1000);
  });
});
