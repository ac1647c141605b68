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

/** The tests of units, what they reach, and whether they start commands, which takes long. */
const tests = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('tests/unit', name))
  .map((file) => {
    const text = readFileSync(file, 'utf8');
    const isSlow = /command\.ts'|src\/cli\/\w+\.ts/.test(text);
    return { file, words: text.toLowerCase(), isSlow, reach: reachOf(file) };
  });

/**
 * The tests of units that reach a file, in rounds: three, then twenty more, then three of those that start commands. The
 * nearest come first, by imports; of those as near, as there are many where they share a helper, the ones that name
 * the file most often, and then those that reach the least.
 */
export function roundsFor(file: string): string[][] {
  const name = basename(file, '.ts').split('-');
  const steps = ({ reach }: Test) => reach.get(file)!;
  const mentions = ({ words }: Test) =>
    name.reduce((sum, word) => sum + words.split(word).length - 1, 0);
  const [quick = [], slow = []] = [false, true].map((isSlow) =>
    tests
      .filter((test) => test.isSlow === isSlow && test.reach.has(file))
      .sort(
        (a, b) => steps(a) - steps(b) || mentions(b) - mentions(a) || a.reach.size - b.reach.size,
      )
      .map(({ file }) => file),
  );
  return [quick.slice(0, 3), quick.slice(3, 23), slow.slice(0, 3)];
}

type Test = (typeof tests)[number];
