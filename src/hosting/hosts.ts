import type { Host } from '../desk/schema/publication.ts';
import { apacheFiles } from './apache.ts';
import { caddyFiles, caddyRoot } from './caddy.ts';
import { cloudflareFiles, cloudflareLeads } from './cloudflare.ts';
import { containerFiles } from './container.ts';
import { githubPagesFiles } from './github-pages.ts';
import { netlifyFiles, netlifyLeads } from './netlify.ts';
import { nginxFiles, nginxRoot } from './nginx.ts';
import { objectStorageFiles } from './object-storage.ts';
import { fits, type HostPolicy } from './policy.ts';
import { leadsAll, type Leads } from './redirects.ts';
import { vercelFiles, vercelLeads } from './vercel.ts';

/** What is known of a kind of host. */
export interface HostKind {
  /** The files that it reads, by their paths in the site’s folder. */
  files(policy: HostPolicy): Record<string, string>;
  /** What stands in `.host/root.conf`: where the site lies, in quotation marks, for a deploy to change. */
  root?(folder: string): string;
  /** What it does of old addresses that are not single paths. */
  leads: Leads;
  /** Whether it serves what lies compressed beside a file. */
  precompressed?: true;
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
const movedByPage = 'Who asks for an old address is led on by a page, not by a redirect.';
const leadsNone: Leads = { byQuery: false, patterns: false, gone: false };
const goneIsFound = 'A story that was taken down is answered with 200, and a page that says so.';

/** As `npm run verify` names what is behind these sentences. */
const excuses = {
  byAddress: [
    ...['content-security-policy', 'content-type', 'cache-control'],
    ...['cross-origin-resource-policy', 'access-control-allow-origin'],
  ].map((name) => `header ${name} of missing`),
  bareRedirects: ['moved', 'query', 'pattern', 'folder'].map((what) => `header * of ${what}`),
  movedByPage: ['moved', 'query', 'pattern'].map((what) => `* of ${what}`),
  goneIsFound: ['status of gone', 'status of removed'],
  noQueries: ['* of query'],
  // It packs texts itself.
  packing: ['packing of file'],
};

export const hostKinds: Partial<Record<Host, HostKind>> = {
  netlify: {
    files: netlifyFiles,
    leads: netlifyLeads,
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
    leads: cloudflareLeads,
    atRoot: true,
    cannot: [
      'Where there is no feed of that name, the answer 404 has a feed’s type nevertheless.',
      goneIsFound,
      'On a domain of yours it puts a script into pages with a mail address, which the policy keeps from running: turn “Email Address Obfuscation” off.',
    ],
    excused: [
      ...excuses.byAddress,
      ...excuses.goneIsFound,
      ...excuses.noQueries,
      ...excuses.packing,
    ],
  },
  vercel: {
    files: vercelFiles,
    leads: vercelLeads,
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
    leads: leadsNone,
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
    leads: leadsNone,
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
    leads: leadsAll,
    root: nginxRoot,
    precompressed: true,
    cannot: [
      'It compresses by gzip only, unless its module for brotli is there; for Zstandard there is none in Debian.',
    ],
    // It takes modules for these.
    excused: ['packing br of file', 'packing zstd of file'],
  },
  caddy: {
    files: caddyFiles,
    root: caddyRoot,
    leads: leadsAll,
    precompressed: true,
    cannot: [bareRefusals],
  },
  container: {
    files: containerFiles,
    leads: leadsAll,
    precompressed: true,
    cannot: [bareRefusals],
  },
  apache: {
    files: apacheFiles,
    leads: leadsAll,
    precompressed: true,
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
