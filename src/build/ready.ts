import { inCache } from '../files/cache-folder.ts';
import type { Host } from '../desk/schema/publication.ts';
import { hostKinds } from '../hosting/hosts.ts';
import { readBuiltSite } from '../hosting/built-site.ts';
import { writeHostFiles } from '../hosting/host-files.ts';
import { precompress, removePrecompressed } from '../hosting/precompress.ts';
import { refuseBlocked } from '../hosting/refuse-blocked.ts';
import type { HostFacts } from './build-manifest.ts';
import type { Progress } from './progress.ts';

/**
 * Prepares a built site for a host, with precompressed files if the host serves them.
 * @param served the path of the folder on the server, if known
 * @param known facts about files that were prepared for the same host before and are left alone
 * @param files every file in the folder, if known
 * @returns what was created, and what is left to do by hand, in sentences
 * @throws {FixableError} if there is no built site in the folder, or if the site exceeds a limit of the
 * host
 * @throws {ContentError} if the policy would block something in a page
 */
export async function makeReady(
  host: Host | undefined,
  folder: string,
  progress: Progress,
  {
    served,
    known,
    files,
  }: { served?: string; known?: Omit<HostFacts, 'assets'>; files?: string[] },
): Promise<{ hostFacts: HostFacts; left: string[] }> {
  const { site, left } = await writeHostFiles(host, folder, served, known?.found, files);
  let precompressed: HostFacts['precompressed'] = new Map();
  if (host && hostKinds[host]?.precompressed) {
    const cache = inCache('precompressed');
    const tell = (done: number) => progress.tell('Compressing texts', done);
    ({ precompressed } = await precompress(folder, cache, tell, known?.precompressed));
  } else if (!known) removePrecompressed(folder);
  progress.clear();
  return { hostFacts: { found: site.found, assets: site.assets, precompressed }, left };
}

/**
 * Checks a built site for which no host is configured, so that it can go to any host later. It changes no
 * file.
 * @param known facts about files that were read before
 * @param files every file in the folder
 * @throws {ContentError} if the policy would block something in a page
 */
export function readForAnyHost(
  folder: string,
  { known, files }: { known: Omit<HostFacts, 'assets'>; files: string[] },
): { hostFacts: HostFacts; left: string[] } {
  const site = readBuiltSite(folder, known.found, files);
  refuseBlocked(site, folder);
  return {
    hostFacts: { found: site.found, assets: site.assets, precompressed: new Map() },
    left: [],
  };
}
