import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// node tests/mutate.ts [EVERY]: breaks each EVERYth place (30th, if not said) of desk/ and edition/ that a rule could
// hang on, one at a time in a copy of the project, and tells which breaks no unit test notices.

const every = Number(process.argv[2] ?? 30);

/** What is broken, and into what. */
const breaks: [RegExp, string][] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ < /g, ' >= '],
  [/ > /g, ' <= '],
  [/ <= /g, ' > '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \?\? /g, ' && '],
  [/ \+ 1\b/g, ' - 1'],
  [/ - 1\b/g, ' + 1'],
  [/(?<=[( ])!(?=[a-z(])/g, ''],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/\.filter\(/g, '.flatMap('],
  [/^ +(?:faults\.push|complain|refuse|claim)\(/gm, '  void ('],
];

const copy = mkdtempSync(join(tmpdir(), 'newsroom-mutants-'));
for (const name of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n'))
  cpSync(name, join(copy, name));
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));

const places = ['src/desk', 'src/edition'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      // Comments and types hold no rule.
      const code = readFileSync(file, 'utf8').replace(
        /\/\*\*.*?\*\/|^import .*?;$|\/\/[^\n]*/gms,
        (text) => text.replace(/[^\n]/g, ' '),
      );
      return breaks.flatMap(([what, into]) =>
        [...code.matchAll(what)].map(({ index, 0: { length } }) => ({ file, index, length, into })),
      );
    }),
);

let noticed = 0;
const survivors: string[] = [];
const chosen = places.filter((_, index) => index % every === 0);
for (const { file, index, length, into } of chosen) {
  const code = readFileSync(file, 'utf8');
  writeFileSync(join(copy, file), code.slice(0, index) + into + code.slice(index + length));
  const run = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--bail', '1'];
  const only = ['--exclude', '**/{intake,new.test,check.test,progress}*'];
  const { status } = spawnSync(process.execPath, [...run, ...only], {
    cwd: copy,
    timeout: 180_000,
  });
  writeFileSync(join(copy, file), code);
  const line = code.slice(0, index).split('\n').length;
  if (status === 0)
    survivors.push(`${file}:${line} ${code.split('\n')[line - 1]!.trim()} → ${into}`);
  else noticed += 1;
  console.log(
    `${noticed + survivors.length}/${chosen.length} ${status === 0 ? 'SURVIVED' : 'noticed'} ${file}:${line}`,
  );
}
console.log(
  `${places.length} places, ${chosen.length} broken, ${noticed} noticed.\n${survivors.join('\n')}`,
);
