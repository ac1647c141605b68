import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Host } from '../desk/schema/publication.ts';
import { apacheParts } from './apache-redirects.ts';
import { filesOfHosts, readBuiltSite, type BuiltSite } from './built-site.ts';
import { hostKinds } from './hosts.ts';
import { writePagePolicies } from './page-policy.ts';
import type { PageFacts } from './page-reader.ts';
import { hostPolicy } from './policy.ts';
import { cannotLead } from './redirects.ts';
import { refuseBlocked } from './refuse-blocked.ts';

/** A placeholder for the folder of the release, until that is known. */
const somewhere = '/RELEASE';

/**
 * Prepares a built site for a host: writes the host’s files and removes those for other hosts.
 * @param folder the built site; its files may be hard links, so none is changed in place
 * @param served the path of the folder on the server, if known
 * @param known results for files that were prepared earlier for the same host
 * @param all every file in the folder, if known
 * @returns the site, and what is left to do by hand, in sentences
 * @throws {FixableError} if there is no built site in the folder, or if the site exceeds a limit of the
 * host
 * @throws {ContentError} if the policy would block something in a page
 */
export async function writeHostFiles(
  host: Host | undefined,
  folder: string,
  served = somewhere,
  known?: ReadonlyMap<string, PageFacts>,
  all?: string[],
): Promise<{ site: BuiltSite; left: string[] }> {
  const site = readBuiltSite(folder, known, all);
  refuseBlocked(site, folder);
  const kind = host && hostKinds[host];
  const policy = hostPolicy(site);
  const files = kind?.files(policy) ?? {};
  if (kind?.root) files['.host/root.conf'] = kind.root(served);
  for (const name of [...filesOfHosts, ...apacheParts(policy)])
    rmSync(join(folder, name), { recursive: true, force: true });
  writePagePolicies(folder, site, kind?.policyInPages === true, known);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const left = [
    ...(kind ? cannotLead(kind.leads, policy) : []),
    ...(kind?.atRoot && policy.base !== '/' ? [belowRoot(policy.base, Object.keys(files))] : []),
  ];
  return { site, left };
}

const belowRoot = (base: string, files: string[]) =>
  `This host serves a folder at the root of a host, and the site belongs below ${base}: deploy a folder in which it is ${base.slice(1)}, and put ${new Intl.ListFormat('en-GB').format(['404.html', ...files])} at the top of that.`;
