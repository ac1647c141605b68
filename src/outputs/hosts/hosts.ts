import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Host } from '../../desk/schema/publication.ts';
import { readBuiltSite } from './built-site.ts';
import { hostPolicy, type HostPolicy } from './policy.ts';

/** What is known of a kind of host. */
export interface HostKind {
  /** The files that it reads, by their paths in the site’s folder. */
  files(policy: HostPolicy): Record<string, string>;
  /** Whether it serves what lies compressed beside a file. */
  packed?: true;
  /** Whether it sends no headers of ours, so that pages carry the policy of content themselves. */
  policyInPages?: true;
  /** What of the policy it cannot do, in sentences for who chooses a host. */
  cannot: string[];
}

export const hostKinds: Partial<Record<Host, HostKind>> = {};

/** All that any host reads, so that nothing of another one is left. */
const ofHosts = ['.host', '.htaccess', '.nojekyll', '_headers', '_redirects', 'vercel.json'];

/**
 * Makes a built site ready for a host: writes what that reads, and takes out what was for another one.
 * @param folder of the built site; its files may be linked elsewhere, so none is changed in place
 * @throws {Error} when there is no built site in the folder
 */
export async function layHost(host: Host | undefined, folder: string): Promise<void> {
  const site = readBuiltSite(folder);
  for (const name of ofHosts) rmSync(join(folder, name), { recursive: true, force: true });
  const kind = host && hostKinds[host];
  if (!kind) return;
  for (const [name, text] of Object.entries(kind.files(hostPolicy(site)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
