import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readBuiltSite } from '../src/hosting/built-site.ts';
import { writeHostFiles } from '../src/hosting/host-files.ts';
import { headersFor, hostPolicy } from '../src/hosting/policy.ts';
import { precompress } from '../src/hosting/precompress.ts';
import { launchBrowser } from './browser/chromium.ts';
import { pageTypes } from './browser/page-types.ts';
import { freePort } from './hosts/servers.ts';
import { serve } from './serve.ts';
import { archive, build, home, root, writeContentOf } from './sites.ts';
import { loadTool } from './tools/tools.ts';

// npm run lighthouse [-- WORD…]: builds the sites of the tests, serves them compressed and with a host’s headers, and
// has Lighthouse judge every kind of page, or those with one of the words in their name, as on a phone and on a desk.
// Prints the scores and, where one is below 100, what it was taken off for; then ends with 1.

/** What Lighthouse found on a page, as far as it is printed. */
interface Result {
  runtimeError?: { message: string };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<
    string,
    {
      id: string;
      title: string;
      score: number | null;
      displayValue?: string;
      explanation?: string;
    }
  >;
}
const { default: lighthouse, desktopConfig } = await loadTool<{
  default(url: string, flags: object, config?: object): Promise<{ lhr: Result }>;
  desktopConfig: object;
}>('lighthouse');

/** Pages that are kept out of search engines, which Lighthouse takes for a problem of any page. */
const keptOut: Partial<Record<(typeof pageTypes)[number][0], string>> = {
  'a story that was taken down': 'What is gone must not be found again.',
  'an address with nothing': 'It is served for any address, and has none of its own.',
};

/** Answered with 404, a page can’t have 100, whatever is on it: this is the file that is sent then. */
const opened = (path: string) => (path === 'nothing/here/' ? '404.html' : path);

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** On a busy machine the time that scripts and layout take is long now and then: the best of these counts. */
const attempts = 3;

const screens = [
  ['phone', undefined],
  ['desk', desktopConfig],
] as const;

const words = process.argv.slice(2);
const chosen = pageTypes.filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);

await build(home.folder, {});
const CONTENT = await writeContentOf(archive);
// The letters of the slush pile, of a dozen scripts in a line, have a page fetch every face that there is.
rmSync(join(CONTENT, 'articles/slush'), { recursive: true });
await build(archive.folder, { CONTENT });
const servers = await Promise.all(
  [home, archive].map(async ({ folder, base }, at) => {
    const policy = hostPolicy(readBuiltSite(folder));
    // So that the policy is in the headers and not in the pages.
    await writeHostFiles('nginx', folder);
    await precompress(folder, join(root, `lighthouse-packed-${at}`));
    return serve(folder, base, (path) => headersFor(policy, path));
  }),
);
const port = await freePort();
const browser = await launchBrowser(`--remote-debugging-port=${port}`);

/** Has Lighthouse judge a page, again if its performance was below 100. */
async function judge(url: string, config: object | undefined, skipAudits: string[]) {
  const flags = { port, onlyCategories: categories, skipAudits, logLevel: 'error' };
  let best: Result | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { lhr } = await lighthouse(url, flags, config);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    if (!best || scoreOf(lhr, 'performance') > scoreOf(best, 'performance')) best = lhr;
    if (scoreOf(best, 'performance') === 100) break;
  }
  return best!;
}

const scoreOf = ({ categories }: Result, id: string) =>
  Math.round((categories[id]!.score ?? 0) * 100);

/** What a category’s score was taken off for. */
const problemsOf = ({ categories, audits }: Result, id: string) =>
  categories[id]!.auditRefs.filter(({ weight }) => weight > 0)
    .map((reference) => audits[reference.id]!)
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, displayValue, explanation }) =>
      ['  ', id, ': ', title, displayValue, explanation].filter(Boolean).join(' '),
    );

console.log(`${''.padEnd(48)}${categories.map((name) => name.padStart(16)).join('')}`);
for (const [name, site, path] of chosen) {
  for (const [screen, config] of screens) {
    const excused = keptOut[name] ? ['is-crawlable'] : [];
    const url = servers[site === home ? 0 : 1]!.url + opened(path);
    const result = await judge(url, config, excused);
    const scores = categories.map((id) => `${scoreOf(result, id)}`.padStart(16)).join('');
    console.log(`${`${name}, ${screen}`.padEnd(48)}${scores}`);
    const below = categories.filter((id) => scoreOf(result, id) < 100);
    for (const problem of below.flatMap((id) => problemsOf(result, id))) console.log(problem);
    if (below.length > 0) process.exitCode = 1;
  }
}
await browser.close();
await Promise.all(servers.map(({ close }) => close()));
