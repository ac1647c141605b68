import { afterAll, beforeAll, describe } from 'vitest';
import { readBuiltSite } from '../../src/hosting/built-site.ts';
import { hostPolicy, type HostPolicy } from '../../src/hosting/policy.ts';
import { type Site } from '../sites.ts';
import { deployedFolder, servers, type Server } from './deployed.ts';
import {
  missingBrotli,
  startApache,
  startCaddy,
  startNginx,
  type RunningServer,
} from './servers.ts';
import { missing } from '../required.ts';
import { deep, shallow } from './placed.ts';

/** A site on a server. */
export interface Running {
  server: Server;
  site: Site;
  /** Where the site lies. */
  folder: string;
  policy: HostPolicy;
  /** Why tests that ask it for brotli are skipped, or an empty text. */
  noBrotli: string;
  /** The address of the server, without a path. */
  url(): string;
  port(): number;
}

/** How each server is started. */
export const kinds = {
  nginx: { program: 'nginx', start: (folder: string) => startNginx(folder) },
  caddy: { program: 'caddy', start: startCaddy },
  apache: { program: 'apache2', start: startApache },
};

const policies = new Map(
  [shallow, deep].map((site) => [site, hostPolicy(readBuiltSite(site.folder))]),
);

/** Has the tests of a file made for each server and site, while that runs. */
export function onEachServer(tests: (running: Running) => void): void {
  for (const server of servers) {
    const { program, start } = kinds[server];
    for (const site of [shallow, deep]) {
      const why = missing(program);
      describe.skipIf(why)([`${server} at ${site.base}`, why].filter(Boolean).join(': '), () => {
        const folder = deployedFolder(server, site);
        let running: RunningServer;
        beforeAll(async () => void (running = await start(folder, site.base)));
        afterAll(() => running.close());
        tests({
          server,
          site,
          folder,
          policy: policies.get(site)!,
          noBrotli: why || (server === 'nginx' ? missingBrotli() : ''),
          url: () => running.url,
          port: () => running.port,
        });
      });
    }
  }
}
