import { linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Host } from '../../src/desk/schema/publication.ts';
import { readBuiltSite } from '../../src/hosting/built-site.ts';
import { writeHostFiles } from '../../src/hosting/host-files.ts';
import { hostPolicy, type HostPolicy } from '../../src/hosting/policy.ts';
import { precompress } from '../../src/hosting/precompress.ts';
import { root, type Site } from '../sites.ts';
import { deep, placeSites, shallow } from './placed.ts';

/** The servers for which both sites are laid. */
export const servers = ['nginx', 'caddy', 'apache'] as const;
export type Server = (typeof servers)[number];

/** Where a site lies for a server. */
export const deployedFolder = (server: Server, site: Site) =>
  resolve(root, 'hosts', server, basename(site.folder));

/** Lies beside the sites, and is nobody’s business. */
export const secret = { name: 'secret.txt', text: 'Nobody may read this.' };

/** Lays each site for each server, once for all tests. */
export default async function setup(): Promise<void> {
  placeSites();
  for (const site of [shallow, deep]) {
    const precompressed = join(root, 'hosts', 'packed', basename(site.folder));
    link(site.folder, precompressed);
    // So that pages carry no policy themselves, before they are precompressed.
    await writeHostFiles('nginx', precompressed);
    await precompress(precompressed, `${precompressed}-cache`);
    for (const server of servers) {
      const folder = deployedFolder(server, site);
      link(precompressed, folder);
      await writeHostFiles(server, folder, folder);
      writeFileSync(join(dirname(folder), secret.name), secret.text);
    }
  }
}

/** A copy of a site, made ready for a host. */
export interface Deployed {
  folder: string;
  policy: HostPolicy;
}

/**
 * Lays a site for one of the other hosts.
 * @param use is part of the folder’s name, so that two tests don’t share one
 */
export async function lay(site: Site, host: Host, use: string): Promise<Deployed> {
  const folder = resolve(root, 'hosts', use, basename(site.folder));
  rmSync(folder, { recursive: true, force: true });
  link(site.folder, folder);
  await writeHostFiles(host, folder);
  return { folder, policy: hostPolicy(readBuiltSite(folder)) };
}

/** The addresses of a site: of its files, with pages by their folders, and one where nothing is. */
export const addressesOf = ({ base, files }: HostPolicy) => [
  ...files.map((file) => base + file.replace(/(^|\/)index\.html$/, '$1')),
  `${base}nothing/here/`,
];

/** Copies a folder; its files are the same ones. */
function link(from: string, to: string): void {
  const entries = readdirSync(from, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const place = join(to, relative(from, path));
    mkdirSync(dirname(place), { recursive: true });
    linkSync(path, place);
  }
}
