import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Host } from '../../desk/schema/publication.ts';
import { readBuiltSite } from './built-site.ts';
import { apacheFiles } from './apache.ts';
import { caddyFiles, caddyRoot } from './caddy.ts';
import { nginxFiles, nginxRoot } from './nginx.ts';
import { hostPolicy, type HostPolicy } from './policy.ts';

/** What is known of a kind of host. */
export interface HostKind {
  /** The files that it reads, by their paths in the site’s folder. */
  files(policy: HostPolicy): Record<string, string>;
  /** What stands in `.host/root.conf`, which tells a server of one’s own where the site lies. */
  root?(folder: string): string;
  /** Whether it serves what lies compressed beside a file. */
  packed?: true;
  /** Whether it sends no headers of ours, so that pages carry the policy of content themselves. */
  policyInPages?: true;
  /** What of the policy it cannot do, in sentences for who chooses a host. */
  cannot: string[];
}

export const hostKinds: Partial<Record<Host, HostKind>> = {
  apache: { files: apacheFiles, packed: true, cannot: [] },
  caddy: { files: caddyFiles, root: caddyRoot, packed: true, cannot: [] },
  nginx: { files: nginxFiles, root: nginxRoot, packed: true, cannot: [] },
};

/** All that any host reads, so that nothing of another one is left. */
const ofHosts = ['.host', '.htaccess', '.nojekyll', '_headers', '_redirects', 'vercel.json'];

/**
 * Makes a built site ready for a host: writes what that reads, and takes out what was for another one.
 * @param folder of the built site; its files may be linked elsewhere, so none is changed in place
 * @param served the folder as the server will know it, if that is known already
 * @throws {Error} when there is no built site in the folder
 */
export async function layHost(
  host: Host | undefined,
  folder: string,
  served?: string,
): Promise<void> {
  const site = readBuiltSite(folder);
  for (const name of ofHosts) rmSync(join(folder, name), { recursive: true, force: true });
  const kind = host && hostKinds[host];
  if (!kind) return;
  const files = kind.files(hostPolicy(site));
  if (kind.root && served) files['.host/root.conf'] = kind.root(served);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
