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
  'Headers go by address: a missing file is sent with the type and caching of a file of that name.';
const noHeaders =
  'It sends none of these headers: pages carry their Content Security Policy in a meta element, but any site may frame them.';
const bareRefusals = 'Malformed requests (no Host header) are rejected without these headers.';
const movedByPage = 'Old addresses redirect through an HTML page, not with a 301.';
const leadsNone: Leads = { byQuery: false, patterns: false, gone: false };
const goneIsFound =
  'A story that was taken down answers 200 instead of 410, with a page that says so.';

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
  packing: ['compression of file'],
};

export const hostKinds: Partial<Record<Host, HostKind>> = {
  netlify: {
    files: netlifyFiles,
    leads: netlifyLeads,
    policyInPages: true,
    atRoot: true,
    cannot: [
      byAddress,
      'Netlify does not document which of two rules for a header wins. So one Content Security Policy is sent for all files, as wide as the search needs, and pages narrow it in a meta element; only pictures and feeds have a Cross-Origin-Resource-Policy; and pages have Netlify’s own Cache-Control, which revalidates each time.',
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
      'A 404 for a missing feed still has a feed’s Content-Type.',
      goneIsFound,
      'On your own domain Cloudflare adds a script to pages with a mail address, and the Content Security Policy blocks it: turn “Email Address Obfuscation” off.',
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
      'Everything is cached for ten minutes, and feeds are sent as plain XML and JSON.',
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
      'The upload sets Content-Type and Cache-Control and no other headers: pages carry their Content Security Policy in a meta element, but any site may frame them, and scripts on other sites can read feeds only if the bucket’s CORS rules allow it.',
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
      'It sends gzip only, unless the brotli module is installed; Debian has no Zstandard module.',
    ],
    // It takes modules for these.
    excused: ['compression br of file', 'compression zstd of file'],
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
      'It needs Apache 2.4.58 or newer with mod_headers and mod_rewrite, and AllowOverride All for the folder.',
      bareRefusals,
      'A 304 has only Cache-Control of these headers; browsers keep the others from the first response.',
      'A 405 has no Allow header, and brotli is sent to every client that accepts it, whatever its q value.',
      'Every response names Apache and its version, unless the server’s configuration sets ServerTokens Prod.',
      'Addresses outside the site’s path are not covered, nor is .htaccess, which Debian’s Apache refuses with 403.',
    ],
    // What it says of a folder holds within.
    excused: ['status of above'],
  },
};

/** Whether a host is known to do no better. */
export const isExcused = (host: Host | undefined, what: string) =>
  (host && hostKinds[host]?.excused)?.some((known) => fits(known, what)) ?? false;
