import { limit } from './limit.ts';
import type { HostPolicy, Rule } from './policy.ts';
import {
  encoded,
  escaped,
  filled,
  isBelow,
  movedForms,
  patternsFor,
  type Leads,
} from './redirects.ts';
import { rareTypes } from './rule-files.ts';
import { around } from '../desk/redirects.ts';

/**
 * `vercel.json` for `vercel deploy FOLDER`. Sources: vercel.com/docs/project-configuration/vercel-json
 * and …/redirects/configuration-redirects; patterns follow path-to-regexp, as in @vercel/routing-utils
 * @throws {FixableError} if the site needs more rules than Vercel allows
 */
export function vercelFiles(policy: HostPolicy): Record<string, string> {
  const redirects = redirectRules(policy);
  const headers = headerRules(policy);
  const lengths = headers.flatMap(({ source, headers }) => [
    source.length,
    ...headers.map(({ value }) => value.length),
  ]);
  limit('Vercel', 'redirects', 2048, redirects.length);
  limit('Vercel', 'characters in a rule for headers', 4096, Math.max(...lengths));
  const all = { trailingSlash: true, redirects, headers };
  return { 'vercel.json': `${JSON.stringify(all, null, 2)}\n` };
}

export const vercelLeads: Leads = { byQuery: true, patterns: true, gone: false };

/** The first match applies, before files are looked up. */
function redirectRules(policy: HostPolicy) {
  const rule = (source: string, destination: string, has?: object[]) => ({
    source,
    ...(has && { has }),
    destination,
    statusCode: 301,
  });
  return [
    ...policy.byQuery.map(({ from, name, value, to }) =>
      rule(literal(from), to, [{ type: 'query', key: name, value: escaped(value) }]),
    ),
    ...movedForms(policy, false).map(({ from, to }) => rule(literal(from), to)),
    ...patternsFor(vercelLeads, policy).map(({ from, to }) =>
      rule(patternSource(from), filled(to!, '$1')),
    ),
  ];
}

/**
 * The part that `*` matches must not start with a slash; otherwise a redirect could lead to another host.
 */
function patternSource(from: string): string {
  const rest = String.raw`((?![/\\]).*)`;
  const [before = '', after = ''] = around(literal(from).replaceAll(String.raw`\*`, '*'));
  return isBelow(from) ? `${before.slice(0, -1)}{/${rest}}?` : before + rest + after;
}

/** A path as requested, with the special characters of path-to-regexp escaped. */
const literal = (path: string) => encoded(path).replace(/[()*+]/g, '\\$&');

/**
 * It is not documented which of two rules for the same header wins, so only one rule matches each
 * address.
 */
function headerRules(policy: HostPolicy) {
  const found = new Map<string, { key: string; value: string }[]>();
  const add = (paths: string, key: string, value: string) => {
    const source = `${policy.base}(${paths})`;
    found.set(source, [...(found.get(source) ?? []), { key, value }]);
  };
  for (const name of new Set(policy.rules.flatMap(({ headers }) => Object.keys(headers)))) {
    const rules = policy.rules.filter(({ headers }) => name in headers);
    for (const value of new Set(rules.map(({ headers }) => headers[name]!))) {
      const other = ({ headers }: Rule) => headers[name] !== value;
      const ways = rules.flatMap((rule, at) => {
        if (other(rule)) return [];
        const later = rules.slice(at + 1).filter(other);
        const but = later.map(({ paths }) => `(?!${pattern(policy, paths)}$)`);
        return [...but, pattern(policy, rule.paths)].join('');
      });
      add(ways.join('|'), name, value);
    }
  }
  for (const { paths, type } of rareTypes(policy))
    add(pattern(policy, paths), 'Content-Type', type);
  return [...found].map(([source, headers]) => ({ source, headers }));
}

/** The paths of a rule as a regular expression, relative to the front page. */
const pattern = ({ base }: HostPolicy, paths: string) =>
  paths
    .slice(base.length)
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace('*', '.*');
