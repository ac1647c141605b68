import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesIn } from '../src/files/walk.ts';
import { makeStory, write, writeContent } from './generate.ts';
import { writeHugo } from './bench-hugo.ts';

// npm run bench -- [--sizes 1000,10000] [--folder FOLDER] [--json FILE]: how long builds take and what
// memory they need, of made-up stories that are always the same. On a machine with Hugo, its smallest
// site of the same stories is built beside.

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    folder: {
      type: 'string',
      default: join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench'),
    },
    json: { type: 'string', default: '.cache/bench.json' },
  },
});
const sizes = values.sizes.split(',').map(Number);

/** A measured run. */
interface Row {
  stories: number;
  run: string;
  /** In seconds: by the clock, and of all cores with those of the processes that it started. */
  wall: number;
  cpu: number;
  /** The most that the build’s own process held, in MB. */
  memory: number;
  /** Of the site that was built, in MB. */
  site?: number;
  printed: string;
}

/** As package.json starts a command. */
const node = [process.execPath, '--import', './src/cli/compiled.js'];

const rows: Row[] = [];

/** Runs a command and notes what it took, and how large the site in a folder is then. */
function measure(
  stories: number,
  run: string,
  command: string[],
  environment = {},
  folder?: string,
): void {
  const peak = join(values.folder, 'peak');
  rmSync(peak, { force: true });
  const env = {
    ...process.env,
    NODE_OPTIONS: '--import=./tests/peak-memory.ts',
    PEAK_MEMORY: peak,
    NEWSROOM_CLOCK: '2026-11-23T12:00:00Z',
    TIMEFORMAT: '%R %U %S',
    ...environment,
  };
  const timed = ['-c', 'time "$0" "$@"', ...command];
  const { status, stdout, stderr } = spawnSync('bash', timed, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stderr}`);
  const [wall = 0, user = 0, system = 0] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  const memory = existsSync(peak) ? Number(readFileSync(peak, 'utf8')) / 1024 : NaN;
  const site = folder === undefined ? undefined : megabytesOf(folder);
  const row = { stories, run, wall, cpu: user + system, memory, printed: stdout.trim() };
  rows.push({ ...row, ...(site !== undefined && { site }) });
  console.log(
    `${String(stories).padStart(7)}  ${run.padEnd(44)} ${wall.toFixed(1).padStart(6)} s ${(user + system).toFixed(1).padStart(6)} CPU s ${memory.toFixed(0).padStart(6)} MB${site === undefined ? '' : `, site ${site.toFixed(0)} MB`}`,
  );
}

const megabytesOf = (folder: string) =>
  filesIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 2 ** 20;

for (const size of sizes) {
  const folder = join(values.folder, String(size));
  rmSync(folder, { recursive: true, force: true });
  const [content, cache, out] = ['content', 'cache', 'site'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(folder, { recursive: true });
  writeContent(content, size);
  const build = (run: string) =>
    measure(size, run, [...node, 'src/cli/build.ts', out], { CONTENT: content, CACHE: cache }, out);
  build('first build: cards and search index too');
  for (const kept of ['astro', 'texts', 'output']) rmSync(join(cache, kept), { recursive: true });
  build('cold build: cards and search index kept');
  build('nothing changed');
  const next = makeStory(size + 1);
  write(join(content, next.path, 'index.md'), next.text);
  build('one more story');
  const old = join(content, `${makeStory(Math.floor(size / 2)).path}/index.md`);
  writeFileSync(old, readFileSync(old, 'utf8').replace('headline: "', 'headline: "Mended: '));
  build('the headline of an old story changed');
  measure(size, 'check, nothing changed', [...node, 'src/cli/check.ts', '--json'], {
    CONTENT: content,
    CACHE: cache,
  });
  if (spawnSync('hugo', ['version']).status === 0) {
    writeHugo(join(folder, 'hugo'), content);
    measure(size, 'Hugo, its smallest site, whole', [
      'hugo',
      '--quiet',
      '--source',
      join(folder, 'hugo'),
    ]);
  }
  rmSync(folder, { recursive: true });
}
for (const run of new Set(rows.map((row) => row.run))) {
  const [least, ...more] = rows
    .filter((row) => row.run === run)
    .map(({ stories, wall }) => ({ stories, each: (1000 * wall) / stories }));
  for (const { stories, each } of more)
    console.log(
      `${run}: ${each.toFixed(2)} ms a story at ${stories}, ${(each / least!.each).toFixed(2)} times that at ${least!.stories}`,
    );
}
mkdirSync('.cache', { recursive: true });
writeFileSync(values.json, JSON.stringify(rows, undefined, 2));
console.log(`\nWritten to ${values.json}`);
