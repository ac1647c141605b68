import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The files that a file names: what it imports, starts as a thread, or runs as a command. */
function namedIn(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/'((?:\.{1,2}\/|src\/)[^'\n]+\.ts)'/g);
  return [...found]
    .map(([, name = '']) => (name.startsWith('.') ? join(dirname(file), name) : name))
    .filter((name) => existsSync(name));
}

/** How many steps it is from a file to each that it reaches. */
function reachOf(file: string): Map<string, number> {
  const steps = new Map([[file, 0]]);
  // What is added while the loop goes on is looked at too.
  for (const [one, step] of steps)
    for (const name of (named[one] ??= namedIn(one)))
      if (!steps.has(name)) steps.set(name, step + 1);
  return steps;
}

const named: Record<string, string[]> = {};

/** The tests of units and what they reach, but for those that start commands, which takes long. */
const tests = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('tests/unit', name))
  .filter((file) => !/command\.ts'|src\/cli\/\w+\.ts/.test(readFileSync(file, 'utf8')))
  .map((file) => ({
    file,
    words: readFileSync(file, 'utf8').toLowerCase(),
    reach: reachOf(file),
  }));

/**
 * The tests of units that reach a file: the nearest first, by imports; of those as near, as there are many where they
 * share a helper, the ones that name the file most often, and then those that reach the least.
 */
export function testsOf(file: string): string[] {
  const name = basename(file, '.ts').replaceAll('-', ' ').split(' ');
  const steps = ({ reach }: (typeof tests)[number]) => reach.get(file)!;
  const mentions = ({ words }: (typeof tests)[number]) =>
    Math.min(...name.map((word) => words.split(word).length - 1));
  return tests
    .filter(({ reach }) => reach.has(file))
    .sort((a, b) => steps(a) - steps(b) || mentions(b) - mentions(a) || a.reach.size - b.reach.size)
    .map(({ file }) => file);
}
