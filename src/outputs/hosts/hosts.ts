import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Host } from '../../desk/schema/publication.ts';
import { filesOfHosts, readBuiltSite, type BuiltSite, type Found } from './built-site.ts';
import { accessFile, apacheFiles } from './apache.ts';
import { caddyFiles, caddyRoot } from './caddy.ts';
import { cloudflareFiles } from './cloudflare.ts';
import { containerFiles } from './container.ts';
import { githubPagesFiles } from './github-pages.ts';
import { netlifyFiles } from './netlify.ts';
import { nginxFiles, nginxRoot } from './nginx.ts';
import { objectStorageFiles } from './object-storage.ts';
import { layPagePolicies } from './page-policy.ts';
import { fits, hostPolicy, type HostPolicy } from './policy.ts';
import { vercelFiles } from './vercel.ts';

/** What is known of a kind of host. */
export interface HostKind {
  /** The files that it reads, by their paths in the site’s folder. */
  files(policy: HostPolicy): Record<string, string>;
  /** What stands in `.host/root.conf`: where the site lies, in quotation marks, for a deploy to change. */
  root?(folder: string): string;
  /** Whether it serves what lies compressed beside a file. */
  packed?: true;
  /** Whether pages carry their policy of content themselves, as it can't be sent for each. */
  policyInPages?: true;
  /** Whether it serves a folder at the root of a host only, and its files must lie there. */
  atRoot?: true;
  /** What of the policy it cannot do, in sentences for who chooses a host. */
  cannot: string[];
  /** The same for programs: what `npm run verify` finds of it, `header * of moved`. */
  excused?: string[];
}

const byAddress =
  'It goes by addresses: of one that leads nowhere, type and caching are those of a file of that name.';
const noHeaders =
  'It sends no headers of ours: pages carry their policy of content themselves, but anyone may frame them.';
const bareRefusals =
  'What is no request at all, such as one without a host, is refused without these headers.';
const movedByPage = 'Who asks for a story’s old address is led on by a page, not by a redirect.';
const goneIsFound = 'A story that was taken down is answered with 200, and a page that says so.';

/** As `npm run verify` names what is behind these sentences. */
const excuses = {
  byAddress: [
    ...['content-security-policy', 'content-type', 'cache-control'],
    ...['cross-origin-resource-policy', 'access-control-allow-origin'],
  ].map((name) => `header ${name} of missing`),
  bareRedirects: ['header * of moved', 'header * of folder'],
  movedByPage: ['* of moved'],
  goneIsFound: ['status of gone'],
  // It packs texts itself.
  packing: ['packing of file'],
};

export const hostKinds: Partial<Record<Host, HostKind>> = {
  netlify: {
    files: netlifyFiles,
    policyInPages: true,
    atRoot: true,
    cannot: [
      byAddress,
      'Which of two rules for a header wins is not said. So one policy of content is sent for all, as wide as the search needs it, and pages narrow it themselves; only pictures and feeds have a Cross-Origin-Resource-Policy; and pages have Netlify’s own Cache-Control, which is to ask each time.',
      'Redirects are sent without these headers.',
    ],
    excused: [
      ...excuses.byAddress,
      ...excuses.bareRedirects,
      ...excuses.packing,
      ...['content-security-policy', 'cross-origin-resource-policy', 'cache-control'].map(
        (name) => `header ${name} of *`,
      ),
    ],
  },
  cloudflare: {
    files: cloudflareFiles,
    atRoot: true,
    cannot: [
      'Where there is no feed of that name, the answer 404 has a feed’s type nevertheless.',
      goneIsFound,
      'On a domain of yours it puts a script into pages with a mail address, which the policy keeps from running: turn “Email Address Obfuscation” off.',
    ],
    excused: [...excuses.byAddress, ...excuses.goneIsFound, ...excuses.packing],
  },
  vercel: {
    files: vercelFiles,
    atRoot: true,
    cannot: [byAddress, goneIsFound, 'Redirects are sent without these headers.'],
    excused: [
      ...excuses.byAddress,
      ...excuses.goneIsFound,
      ...excuses.bareRedirects,
      ...excuses.packing,
    ],
  },
  'github-pages': {
    files: githubPagesFiles,
    policyInPages: true,
    cannot: [
      noHeaders,
      'Everything may be kept for ten minutes, and feeds are plain XML and JSON.',
      movedByPage,
      goneIsFound,
    ],
    excused: ['header *', ...excuses.movedByPage, ...excuses.goneIsFound, ...excuses.packing],
  },
  s3: {
    files: objectStorageFiles,
    policyInPages: true,
    cannot: [
      'The upload sets types and how long files may be kept, and no other headers: pages carry their policy of content themselves, but anyone may frame them, and programs on other pages read feeds only if the bucket lets them (CORS).',
      movedByPage,
      goneIsFound,
    ],
    excused: [
      ...['header *', 'status of folder'],
      ...excuses.movedByPage,
      ...excuses.goneIsFound,
      ...excuses.packing,
    ],
  },
  nginx: {
    files: nginxFiles,
    root: nginxRoot,
    packed: true,
    cannot: [
      'It compresses by gzip only, unless its module for brotli is there; for Zstandard there is none in Debian.',
    ],
    // It takes modules for these.
    excused: ['packing br of file', 'packing zstd of file'],
  },
  caddy: { files: caddyFiles, root: caddyRoot, packed: true, cannot: [bareRefusals] },
  container: { files: containerFiles, packed: true, cannot: [bareRefusals] },
  apache: {
    files: apacheFiles,
    packed: true,
    cannot: [
      'It has to be Apache 2.4.58 or newer with mod_headers and mod_rewrite, and AllowOverride All for the folder.',
      bareRefusals,
      'An answer 304 has no more of these headers than Cache-Control; browsers keep the others from the first answer.',
      'An answer 405 does not say what may be asked instead, and brotli is sent to whoever takes it, however little it is wanted.',
      'Each answer says Apache, and which one, if the server’s own configuration does not have ServerTokens Prod.',
      'What lies outside the site’s path is not ours to answer, nor is .htaccess, which Debian’s Apache refuses with 403.',
    ],
    // What it says of a folder holds within.
    excused: ['status of above'],
  },
};

/** Whether a host is known to do no better. */
export const isExcused = (host: Host | undefined, what: string) =>
  (host && hostKinds[host]?.excused)?.some((known) => fits(known, what)) ?? false;

/** Where the site will lie, until that is known. */
const somewhere = '/RELEASE';

/**
 * Makes a built site ready for a host: writes what that reads, and takes out what was for another one.
 * @param folder of the built site; its files may be linked elsewhere, so none is changed in place
 * @param served the folder as the server will know it, if that is known already
 * @param known what was found in files that were made ready for the same host before
 * @param all every file in the folder, where that is known already
 * @returns the site, and what is left to be done by hand, in sentences
 * @throws {Objection} when there is no built site in the folder, or the host would not read all that it needs
 */
export async function layHost(
  host: Host | undefined,
  folder: string,
  served = somewhere,
  known?: ReadonlyMap<string, Found>,
  all?: string[],
): Promise<{ site: BuiltSite; left: string[] }> {
  const site = readBuiltSite(folder, known, all);
  const kind = host && hostKinds[host];
  const policy = hostPolicy(site);
  const files = kind?.files(policy) ?? {};
  if (kind?.root) files['.host/root.conf'] = kind.root(served);
  const ofFolders = [...policy.moved.map(({ from }) => from), ...policy.gone];
  for (const name of [...filesOfHosts, ...ofFolders.map((path) => accessFile(policy, path))])
    rmSync(join(folder, name), { recursive: true, force: true });
  layPagePolicies(folder, site.found, kind?.policyInPages === true, known);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const left =
    kind?.atRoot && policy.base !== '/' ? [belowRoot(policy.base, Object.keys(files))] : [];
  return { site, left };
}

const belowRoot = (base: string, files: string[]) =>
  `This host serves a folder at the root of a host, and the site belongs below ${base}: deploy a folder in which it is ${base.slice(1)}, and put ${new Intl.ListFormat('en-GB').format(['404.html', ...files])} at the top of that.`;
