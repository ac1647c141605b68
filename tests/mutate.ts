import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { roundsFor } from './tests-of.ts';

// node tests/mutate.ts [--every 30] [--from 0] [--sites] [FOLDER…]: breaks each 30th place of the folders (src/desk and
// src/edition, if not said) that a rule could hang on, one at a time in a copy of the project, and tells which breaks
// no test notices. It asks the unit tests that are nearest to the file, and only then, with --sites, those of
// tests/site, for which the sites are built anew. --from says which place is the first.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '30' },
    from: { type: 'string', default: '0' },
    sites: { type: 'boolean', default: false },
  },
});
const folders = positionals.length > 0 ? positionals : ['src/desk', 'src/edition'];
const [every, from] = [Number(values.every), Number(values.from)];

/** What is broken, and into what. */
const breaks: [RegExp, string][] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ < /g, ' >= '],
  [/ > /g, ' <= '],
  [/ <= /g, ' > '],
  [/ >= /g, ' < '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \?\? /g, ' && '],
  [/ \+ 1\b/g, ' - 1'],
  [/ - 1\b/g, ' + 1'],
  [/(?<=[( ])!(?=[a-z(])/g, ''],
  // A field that is true or not there is a type.
  [/(?<!\?: )\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/\.filter\(/g, '.flatMap('],
  [/^ +(?:problems\.push|report|refuse|claim)\(/gm, '  void ('],
];

interface Place {
  file: string;
  index: number;
  length: number;
  into: string;
}

const copy = mkdtempSync(join(tmpdir(), 'newsroom-mutants-'));
for (const name of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n'))
  cpSync(name, join(copy, name));
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));

const places = folders.flatMap((folder) =>
  readdirSync(join(copy, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => placesIn(join(folder, name))),
);

function placesIn(file: string): Place[] {
  // Comments and types hold no rule.
  const code = readFileSync(join(copy, file), 'utf8').replace(
    /\/\*\*.*?\*\/|^import .*?;$|\/\/[^\n]*/gms,
    (text) => text.replace(/[^\n]/g, ' '),
  );
  return breaks.flatMap(([what, into]) =>
    [...code.matchAll(what)].map(({ index, 0: { length } }) => ({ file, index, length, into })),
  );
}

/** What ends a run that no test ends: a break may make code run for ever, or load no more. */
const other = 'its run, which broke off';

/** Runs tests in the copy until the first fails; tells which, or nothing where all pass. */
function failure(project: string, files: string[]): string | undefined {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const run = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--bail', '1'];
  const told = ['--reporter', 'json', '--outputFile', report];
  const { status } = spawnSync(process.execPath, [...run, ...told, ...files], {
    cwd: copy,
    // A run takes seconds, and that of the sites some minutes, if nothing turns for ever in it.
    timeout: project === 'unit' ? 600_000 : 1_800_000,
    stdio: 'ignore',
  });
  if (status === 0) return undefined;
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    // What was not begun any more counts as failed there, too.
    const failed = testResults.find(
      ({ assertionResults, message }) =>
        message !== '' || assertionResults.some((one) => one.status === 'failed'),
    );
    return failed ? relative(realpathSync(copy), failed.name) : other;
  } catch {
    return other;
  }
}

interface Report {
  testResults: { name: string; message: string; assertionResults: { status: string }[] }[];
}

/** Whether a test passes where nothing is broken: one that always fails notices nothing. */
const sound = new Map<string, boolean>();
function isSound(project: string, test: string): boolean {
  const known = sound.get(test) ?? failure(project, [test]) === undefined;
  sound.set(test, known);
  return known;
}

/** Which test notices a break, or nothing. */
function noticing({ file, index, length, into }: Place): string | undefined {
  // Not from the project, where somebody may be at work.
  const text = readFileSync(join(copy, file), 'utf8');
  const broken = text.slice(0, index) + into + text.slice(index + length);
  const rounds = roundsFor(file).map((tests) => ({ project: 'unit', tests }));
  if (values.sites) rounds.push({ project: 'site', tests: siteTests });
  for (let { project, tests } of rounds)
    while (tests.length > 0) {
      writeFileSync(join(copy, file), broken);
      const found = failure(project, tests);
      writeFileSync(join(copy, file), text);
      if (!found) break;
      // What nobody broke may keep sites from being built; tests of units run at any rate.
      if (found === other && project === 'unit') return found;
      if (isSound(project, found === other ? tests[0]! : found)) return found;
      if (found === other) break;
      tests = tests.filter((one) => one !== found);
    }
  return undefined;
}

const siteTests = readdirSync('tests/site')
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('tests/site', name));

const chosen = places.filter((_, index) => index % every === from);
const counts = new Map<string, { all: number; noticed: number }>();
const survivors: string[] = [];
for (const [at, place] of chosen.entries()) {
  const found = noticing(place);
  const folder = folders.find((one) => place.file.startsWith(one))!;
  const count = counts.get(folder) ?? { all: 0, noticed: 0 };
  count.all += 1;
  if (found) count.noticed += 1;
  counts.set(folder, count);
  const text = readFileSync(join(copy, place.file), 'utf8');
  const lines = text.slice(0, place.index).split('\n');
  const where = `${place.file}:${lines.length}:${lines.at(-1)!.length + 1}`;
  const line = text.split('\n')[lines.length - 1]!.trim();
  if (!found) survivors.push(`${where} ${line} →${place.into}`);
  console.log(`${at + 1}/${chosen.length} ${found ? `noticed by ${found}` : 'SURVIVED'} ${where}`);
}
rmSync(copy, { recursive: true, force: true });
for (const [folder, { all, noticed }] of counts)
  console.log(`${folder}: ${noticed} of ${all} noticed`);
console.log(`${places.length} places, ${chosen.length} broken.\n${survivors.join('\n')}`);
