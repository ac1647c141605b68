import { limit } from './limit.ts';
import type { HostPolicy } from './policy.ts';
import { addTo, feedTypes, headersFile, redirectsFile, type Blocks } from './rule-files.ts';

/**
 * `_headers` and `_redirects` for Cloudflare Pages, which knows all other types itself.
 * Sources: developers.cloudflare.com/pages/configuration/headers/ and …/redirects/
 * @throws {Objection} when the site needs more than Cloudflare reads
 */
export function cloudflareFiles(policy: HostPolicy): Record<string, string> {
  const blocks = headerBlocks(policy);
  const redirects = policy.moved.map(({ from, to }) => `${from} ${to} 301`);
  const longest = (lines: string[]) => Math.max(0, ...lines.map((line) => line.length));
  limit('Cloudflare', 'rules for headers', 100, blocks.size);
  limit(
    'Cloudflare',
    'characters in a line of _headers',
    2000,
    longest([...blocks.values()].flat()),
  );
  limit('Cloudflare', 'redirects', 2000, redirects.length);
  limit('Cloudflare', 'characters in a redirect', 1000, longest(redirects));
  return { _headers: headersFile(blocks), ...redirectsFile(redirects) };
}

/** All rules that fit an address apply, and values of one name are joined, if none is taken off. */
function headerBlocks(policy: HostPolicy): Blocks {
  const blocks: Blocks = new Map();
  // Cloudflare allows every page to be read from elsewhere, if nobody takes that off.
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
