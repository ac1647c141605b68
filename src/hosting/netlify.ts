import { limit } from './limit.ts';
import type { HostPolicy } from './policy.ts';
import { encoded, filled, patternsFor, type Leads } from './redirects.ts';
import { addTo, headersFile, rareTypes, redirectsFile, type Blocks } from './rule-files.ts';

/**
 * `_headers` and `_redirects` for Netlify. Sources: docs.netlify.com/manage/routing/headers/ and
 * …/redirects/overview/; patterns are read as in @netlify/headers-parser
 * @throws {FixableError} if the site needs more rules than Netlify allows
 */
export function netlifyFiles(policy: HostPolicy): Record<string, string> {
  const { base, url, byQuery, moved, gone, removed } = policy;
  const lost = `${base}404.html 410!`;
  // The first match applies. The exclamation mark makes a rule apply even if there is a file.
  const redirects = [
    ...byQuery.map(({ from, name, value, to }) => `${encoded(from)} ${name}=${value} ${to} 301!`),
    ...moved.map(({ from, to }) => `${encoded(from)} ${to} 301!`),
    ...gone.map((path) => `${path} ${path}index.html 410!`),
    ...removed.map((path) => `${encoded(path)} ${lost}`),
    ...patternsFor(netlifyLeads, policy).map(
      ({ from, to }) => `${encoded(from)} ${to ? `${splatted(to, url)} 301!` : lost}`,
    ),
  ];
  limit('Netlify', 'redirects', 10_000, redirects.length);
  return { _headers: headersFile(headerBlocks(policy)), ...redirectsFile(redirects) };
}

export const netlifyLeads: Leads = { byQuery: true, patterns: 'below', gone: true };

/**
 * The target of a pattern for Netlify and Cloudflare. At the root of the host it must be an absolute URL:
 * the text that `*` matches might start with a slash, and two slashes would lead to another host.
 */
export const splatted = (to: string, url: string) =>
  filled(to.startsWith('/*') ? new URL(url).origin + to : to, ':splat');

/**
 * Netlify does not document what it sends if two matching rules set the same header. It has been observed
 * both to join the values and to choose one. So no two rules that match the same address set the same
 * header.
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
