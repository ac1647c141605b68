import { limit } from './limit.ts';
import type { HostPolicy } from './policy.ts';
import { addTo, headersFile, rareTypes, redirectsFile, type Blocks } from './rule-files.ts';

/**
 * `_headers` and `_redirects` for Netlify.
 * Sources: docs.netlify.com/manage/routing/headers/ and …/redirects/overview/; the patterns are read
 * as in @netlify/headers-parser
 * @throws {Objection} when the site needs more than Netlify takes
 */
export function netlifyFiles(policy: HostPolicy): Record<string, string> {
  limit('Netlify', 'redirects', 10_000, policy.moved.length + policy.gone.length);
  return {
    _headers: headersFile(headerBlocks(policy)),
    // The mark of exclamation is for addresses where there is a file, as there is here.
    ...redirectsFile([
      ...policy.moved.map(({ from, to }) => `${from} ${to} 301!`),
      ...policy.gone.map((path) => `${path} ${path}index.html 410!`),
    ]),
  };
}

/**
 * Netlify does not say what it sends of a name that two fitting rules have, and was seen to join the
 * values as well as to choose one. So no two rules that fit an address have the same name.
 */
function headerBlocks(policy: HostPolicy): Blocks {
  const blocks: Blocks = new Map();
  const [all, ...others] = policy.rules;
  const varying = new Set(others.flatMap(({ headers }) => Object.keys(headers)));
  const lines = (headers: Record<string, string>) =>
    Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const always = Object.entries(all!.headers).filter(([name]) => !varying.has(name));
  addTo(blocks, all!.paths, [
    `Content-Security-Policy: ${policy.widest}`,
    ...lines(Object.fromEntries(always)),
  ]);
  for (const { paths, headers } of others) {
    const { 'Content-Security-Policy': _, ...free } = headers;
    if (Object.keys(free).length > 0) addTo(blocks, paths, lines(free));
  }
  for (const { paths, type } of rareTypes(policy)) addTo(blocks, paths, [`Content-Type: ${type}`]);
  return blocks;
}
