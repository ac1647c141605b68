import { limit } from './limit.ts';
import { splatted } from './netlify.ts';
import type { HostPolicy } from './policy.ts';
import { encoded, isBelow, movedForms, patternsFor, type Leads } from './redirects.ts';
import { addTo, feedTypes, headersFile, redirectsFile, type Blocks } from './rule-files.ts';

/**
 * `_headers` and `_redirects` for Cloudflare Pages, which knows all other content types itself. Sources:
 * developers.cloudflare.com/pages/configuration/headers/ and …/redirects/
 * @throws {FixableError} if the site needs more rules than Cloudflare allows
 */
export function cloudflareFiles(policy: HostPolicy): Record<string, string> {
  const blocks = headerBlocks(policy);
  const redirects = movedForms(policy, false).map(({ from, to }) => `${encoded(from)} ${to} 301`);
  const patterns = patternsFor(cloudflareLeads, policy).flatMap(({ from, to }) => {
    const line = (path: string, rest: string) =>
      `${path} ${splatted(to!, policy.url).replace(':splat', rest)} 301`;
    // On Cloudflare, `folder/*` does not match the folder itself.
    const folder = isBelow(from) ? [line(encoded(from.slice(0, -2)), '')] : [];
    return [...folder, line(encoded(from), ':splat')];
  });
  const dynamic = patterns.filter((line) => line.includes('*'));
  const longest = (lines: string[]) => Math.max(0, ...lines.map((line) => line.length));
  limit('Cloudflare', 'rules for headers', 100, blocks.size);
  limit(
    'Cloudflare',
    'characters in a line of _headers',
    2000,
    longest([...blocks.values()].flat()),
  );
  // Every rule after one with a `*` counts as dynamic.
  const fixed = [...redirects, ...patterns.filter((line) => !dynamic.includes(line))];
  limit('Cloudflare', 'redirects', 2000, fixed.length);
  limit('Cloudflare', 'redirects by patterns', 100, dynamic.length);
  limit('Cloudflare', 'characters in a redirect', 1000, longest([...fixed, ...dynamic]));
  return { _headers: headersFile(blocks), ...redirectsFile([...fixed, ...dynamic]) };
}

export const cloudflareLeads: Leads = { byQuery: false, patterns: true, gone: false };

/**
 * All matching rules apply, and values of the same header are joined, unless a rule removes the header.
 */
function headerBlocks(policy: HostPolicy): Blocks {
  const blocks: Blocks = new Map();
  // Cloudflare allows other sites to read every page, unless a rule removes this header.
  const sent = new Set(['Access-Control-Allow-Origin']);
  addTo(blocks, `${policy.base}*`, ['! Access-Control-Allow-Origin']);
  for (const { paths, headers } of policy.rules) {
    const lines = Object.entries(headers).flatMap(([name, value]) => [
      ...(sent.has(name) ? [`! ${name}`] : []),
      `${name}: ${value}`,
    ]);
    addTo(blocks, paths, lines);
    for (const name of Object.keys(headers)) sent.add(name);
  }
  for (const { paths, type } of feedTypes(policy)) addTo(blocks, paths, [`Content-Type: ${type}`]);
  return blocks;
}
