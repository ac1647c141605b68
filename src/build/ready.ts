import { inCache } from '../files/cache-folder.ts';
import type { Host } from '../desk/schema/publication.ts';
import { hostKinds } from '../hosting/hosts.ts';
import { writeHostFiles } from '../hosting/host-files.ts';
import { precompress, removePrecompressed } from '../hosting/precompress.ts';
import type { HostFacts } from './build-manifest.ts';
import type { Progress } from './progress.ts';

/**
 * Makes a built site ready for a host, with compressed files where that serves them.
 * @param served the folder as the server will know it, if that is known already
 * @param known of files that were made ready for the same host before, and are left alone
 * @param files every file in the folder, where that is known already
 * @returns what was made, and what is left to be done by hand, in sentences
 * @throws {FixableError} when there is no built site in the folder, or the host would not read all that it needs
 */
export async function makeReady(
  host: Host | undefined,
  folder: string,
  progress: Progress,
  { served, known, files }: { served?: string; known?: HostFacts; files?: string[] },
): Promise<{ hostFacts: HostFacts; left: string[] }> {
  const { site, left } = await writeHostFiles(host, folder, served, known?.found, files);
  let precompressed: HostFacts['precompressed'] = new Map();
  if (host && hostKinds[host]?.precompressed) {
    const cache = inCache('precompressed');
    const tell = (done: number) => progress.tell('Compressing texts', done);
    ({ precompressed } = await precompress(folder, cache, tell, known?.precompressed));
  } else if (!known) removePrecompressed(folder);
  progress.clear();
  return { hostFacts: { found: site.found, precompressed }, left };
}
