import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, type Problem } from '../desk/problem.ts';
import { nameOf } from '../files/project.ts';
import { isMapFile, pathOf, type BuiltSite } from './built-site.ts';
import { adviceFor } from './csp-advice.ts';
import { allows, type Directives } from './csp.ts';
import { pageReader, type Need, type PageFacts } from './page-reader.ts';
import { directivesFor } from './content-policy.ts';

/** The most hashes of styles and scripts in one policy: nginx reads 4,096 characters of a setting. */
const mostHashes = 50;

/**
 * Refuses a site if the Content Security Policy would block something in its pages. A problem that is the
 * same on several pages is reported once.
 * @param folder the folder of the built site
 * @throws {ContentError} with page, place, element and fix
 */
export function refuseBlocked(site: BuiltSite, folder: string): void {
  const problems = new Map<string, { problem: Problem; pages: Set<string> }>();
  const excess = excessOf(site);
  const isBlocked = ({ directive, source }: Need, directives: Directives) =>
    excess.has(source) || !allows(directives, directive, source);
  const read = pageReader(site.url);
  for (const [file, facts] of site.found) {
    const directives = directivesFor(file, facts, site.csp);
    if (isFine(facts, directives) && excess.isDisjointFrom(new Set(hashesOf(facts)))) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    read(text, site.url + pathOf(file), (need) => {
      if (!isBlocked(need, directives)) return;
      const { directive, source, element } = need;
      const key = [directive, excess.has(source) ? '' : source, element].join(' ');
      const known = problems.get(key);
      if (known) known.pages.add(file);
      const problem = () => problemOf(need, join(folder, file), text, excess.has(source));
      if (!known) problems.set(key, { problem: problem(), pages: new Set([file]) });
    });
  }
  const told = [...problems.values()].map(({ problem, pages }) => ({
    ...problem,
    summary: `${problem.summary}${onOthers(pages.size - 1)}.`,
  }));
  if (told.length > 0) throw new ContentError(told);
}

const hashesOf = ({ styles, scripts }: PageFacts) => [...styles, ...scripts];

/** The hashes that do not fit into a policy, in the order of the pages. */
function excessOf({ found }: BuiltSite): Set<string> {
  const pages = [...found].filter(([file]) => !isMapFile(file));
  const hashes = new Set(pages.flatMap(([, facts]) => hashesOf(facts)));
  return new Set([...hashes].slice(mostHashes));
}

/** Whether the policy of a page allows all that it needs. Hashes of its own code are always in it. */
const isFine = ({ needs = {} }: PageFacts, directives: Directives) =>
  Object.entries(needs).every(([directive, sources]) =>
    sources.every((source) => allows(directives, directive, source)),
  );

function problemOf(need: Need, file: string, text: string, isExcess: boolean): Problem {
  const before = text.slice(0, need.start);
  const tag = text.slice(need.start, need.end).replace(/\s+/g, ' ');
  const { what, fix } = adviceFor(need, isExcess && mostHashes);
  return {
    file: nameOf(file),
    line: before.split('\n').length,
    column: need.start - before.lastIndexOf('\n'),
    summary: `${tag.length > 200 ? `${tag.slice(0, 200)}…` : tag} ${what}`,
    fix,
  };
}

const onOthers = (count: number) =>
  count === 0 ? '' : `, also on ${count.toLocaleString('en')} other page${count === 1 ? '' : 's'}`;
