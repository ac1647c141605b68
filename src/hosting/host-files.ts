import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Host } from '../desk/schema/publication.ts';
import { apacheParts } from './apache-redirects.ts';
import { filesOfHosts, readBuiltSite, type BuiltSite, type PageFacts } from './built-site.ts';
import { hostKinds } from './hosts.ts';
import { writePagePolicies } from './page-policy.ts';
import { hostPolicy } from './policy.ts';
import { cannotLead } from './redirects.ts';

/** Where the site will lie, until that is known. */
const somewhere = '/RELEASE';

/**
 * Makes a built site ready for a host: writes what that reads, and takes out what was for another one.
 * @param folder of the built site; its files may be linked elsewhere, so none is changed in place
 * @param served the folder as the server will know it, if that is known already
 * @param known what was found in files that were made ready for the same host before
 * @param all every file in the folder, where that is known already
 * @returns the site, and what is left to be done by hand, in sentences
 * @throws {FixableError} when there is no built site in the folder, or the host would not read all that it needs
 */
export async function writeHostFiles(
  host: Host | undefined,
  folder: string,
  served = somewhere,
  known?: ReadonlyMap<string, PageFacts>,
  all?: string[],
): Promise<{ site: BuiltSite; left: string[] }> {
  const site = readBuiltSite(folder, known, all);
  const kind = host && hostKinds[host];
  const policy = hostPolicy(site);
  const files = kind?.files(policy) ?? {};
  if (kind?.root) files['.host/root.conf'] = kind.root(served);
  for (const name of [...filesOfHosts, ...apacheParts(policy)])
    rmSync(join(folder, name), { recursive: true, force: true });
  writePagePolicies(folder, site.found, kind?.policyInPages === true, known);
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
