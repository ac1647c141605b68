import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/desk/schema/publication.ts';
import { readBuiltSite } from '../../src/outputs/hosts/built-site.ts';
import { layHost } from '../../src/outputs/hosts/hosts.ts';
import { hostPolicy, type HostPolicy } from '../../src/outputs/hosts/policy.ts';
import type { Site } from '../sites.ts';

/** A built site that is made ready for a host. */
export interface Laid {
  folder: string;
  policy: HostPolicy;
}

/**
 * A copy of a built site, made ready for a host. Its files are linked, so that it costs little.
 * @param folder for the copy
 */
export async function lay(site: Site, host: Host, folder: string): Promise<Laid> {
  rmSync(folder, { recursive: true, force: true });
  for (const entry of readdirSync(site.folder, { recursive: true, withFileTypes: true })) {
    const path = join(folder, entry.parentPath.slice(site.folder.length), entry.name);
    if (entry.isDirectory()) mkdirSync(path, { recursive: true });
    else {
      mkdirSync(join(path, '..'), { recursive: true });
      linkSync(join(entry.parentPath, entry.name), path);
    }
  }
  await layHost(host, folder);
  return { folder, policy: hostPolicy(readBuiltSite(folder)) };
}

/** The addresses of a site: of its files, with pages by their folders, and of what is not there. */
export const addressesOf = ({ base, files }: HostPolicy) => [
  ...files.map((file) => base + file.replace(/(^|\/)index\.html$/, '$1')),
  `${base}nothing/here/`,
];
