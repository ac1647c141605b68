import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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
  .map((file) => ({ file, reach: reachOf(file) }));

/** The tests of units that reach a file, the nearest first, and of those as near the ones that reach the least. */
export const testsOf = (file: string): string[] =>
  tests
    .filter(({ reach }) => reach.has(file))
    .sort((a, b) => a.reach.get(file)! - b.reach.get(file)! || a.reach.size - b.reach.size)
    .map(({ file }) => file);
