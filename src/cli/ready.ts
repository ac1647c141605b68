import { join } from 'node:path';
import type { Host } from '../desk/schema/publication.ts';
import { hostKinds, layHost } from '../outputs/hosts/hosts.ts';
import { packFiles, unpackFiles } from '../outputs/packed.ts';
import type { Progress } from './progress.ts';

/**
 * Makes a built site ready for a host, with compressed files where that serves them.
 * @param served the folder as the server will know it, if that is known already
 * @returns what is left to be done by hand, in sentences
 * @throws {Objection} when there is no built site in the folder, or the host would not read all that it needs
 */
export async function makeReady(
  host: Host | undefined,
  folder: string,
  progress: Progress,
  served?: string,
): Promise<string[]> {
  const left = await layHost(host, folder, served);
  if (host && hostKinds[host]?.packed)
    await packFiles(folder, join(process.env.CACHE ?? '.cache', 'packed'), (done) =>
      progress.tell('Compressing texts', done),
    );
  else unpackFiles(folder);
  progress.clear();
  return left;
}
