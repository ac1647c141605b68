import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, fencesOf, guideAt } from '../guides.ts';
import { copyProject } from '../project.ts';
import { missing } from '../required.ts';
import { root } from '../sites.ts';

const readme = guideAt('README.md');
const [ofBlocks, ofLines] = [fencesOf(readme, 'sh'), codeOf(readme)];
/** Every command that README shows, in its order. */
const shown = [
  ...ofBlocks.flatMap((block) => block.trim().split(/\n| && /)),
  ...ofLines.filter((code) => /^(?:npm|npx|sh|git|docker) /.test(code) && !ofBlocks.includes(code)),
];

let project = '';
const programs = () => join(project, 'programs');
const log = () => join(project, 'network.log');

/** Runs a line of a shell in a copy of the project, with the network off; rejects when it fails. */
const run = (line: string) =>
  promisify(execFile)('sh', ['-c', line], {
    cwd: project,
    env: {
      ...environment(),
      NODE_OPTIONS: `--import=${resolve('tests/no-network.ts')}`,
      NETWORK_LOG: log(),
    },
  });

const environment = () => ({
  ...process.env,
  PATH: [programs(), dirname(process.execPath), process.env.PATH].join(delimiter),
  CACHE: join(project, 'cache'),
  NEWSROOM_CLOCK: '2026-11-23T12:00:00Z',
  // npm itself asks now and then whether there is a newer one.
  npm_config_update_notifier: 'false',
});

/** Starts a command that serves the site, reads its front page as it says where, and ends it. */
async function serve(line: string): Promise<string> {
  // A group of its own, as npm does not end what it started.
  const server = spawn('sh', ['-c', line], { cwd: project, env: environment(), detached: true });
  const exit = once(server, 'exit');
  let printed = '';
  const isUp = new Promise<string>((done) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (data) => {
        printed += String(data);
        const url = /http:\/\/\S+:\d+\//.exec(printed);
        if (url) done(url[0]);
      });
  });
  const hasFailed = exit.then(() => Promise.reject(new Error(`${line} ended: ${printed}`)));
  try {
    const url = await Promise.race([isUp, hasFailed]);
    return await (await fetch(url)).text();
  } finally {
    if (server.exitCode === null) process.kill(-server.pid!);
    await exit;
  }
}

beforeAll(() => {
  project = copyProject('readme');
  cpSync('content', join(project, 'content'), { recursive: true });
  cpSync(join(root, 'home-cache'), join(project, 'cache'), {
    recursive: true,
    preserveTimestamps: true,
  });
  writeFileSync(log(), '');
  // What would ask the network only writes down what it is given, if the files in it are there.
  mkdirSync(programs());
  for (const name of ['npx', 'docker', 'rclone']) {
    const script = `#!/bin/sh\nfor word; do case $word in dist | dist/*) test -e "$word" || exit 1 ;; esac; done\necho "${name} $*" >>${project}/called\n`;
    writeFileSync(join(programs(), name), script);
    chmodSync(join(programs(), name), 0o755);
  }
});

const called = () => readFileSync(join(project, 'called'), 'utf8').trimEnd().split('\n');

/** How each command is tried. */
const tries: Record<string, () => Promise<void>> = {
  async 'npm ci'() {
    // Installs nothing here, but refuses a lockfile that does not fit.
    await run(`cd ${resolve('.')} && npm ci --dry-run --offline --ignore-scripts`);
  },
  async 'npm ci --omit=dev'() {
    await run(`cd ${resolve('.')} && npm ci --omit=dev --dry-run --offline --ignore-scripts`);
  },
  async 'npm run tools'() {
    await run(`cd ${resolve('.')} && npm run tools -- --dry-run --offline --ignore-scripts`);
  },
  async 'npm test'() {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(scripts.test).toMatch(/\bvitest run$/);
  },
  async 'npm start'() {
    expect(await serve('npm start')).toContain('Parliament passes budget');
  },
  async 'npm run new -- "Parliament passes budget" --section military --tags kosovo --authors anthony-barnett'() {
    const command = shown.find((one) => one.startsWith('npm run new'))!;
    const { stdout } = await run(command);
    const file = join(project, /^Made (.*)$/m.exec(stdout)![1]!);
    const written = ofLines.find((code) => /^content\/articles\/.*\.md$/.test(code))!;
    expect(file).toBe(join(project, written));
    writeFileSync(file, fencesOf(readme, 'markdown')[0]!);
  },
  async 'npm run dev'() {
    expect(await serve('npm run dev')).toContain('Parliament passes budget');
  },
  async 'npm run check'() {
    // The types, which this leaves out, are checked by `npm test` before all tests.
    expect(JSON.parse((await run('npm run -s check -- --json')).stdout)).toEqual([]);
  },
  async 'npm run build'() {
    await run('npm run build');
    const page = join(project, 'dist/2026/11/23/parliament-passes-budget/index.html');
    expect(readFileSync(page, 'utf8')).toContain('The vote ends a month of talks.');
  },
  async 'npm run build -- --record'() {
    await run('npm run build -- --record');
    const lock = readFileSync(join(project, 'content/addresses.lock'), 'utf8');
    expect(lock).toContain('/2026/11/23/parliament-passes-budget/');
  },
};
for (const [host, file, command] of [
  ['netlify', '_headers', 'npx netlify deploy --prod --dir dist'],
  ['cloudflare', '_headers', 'npx wrangler pages deploy dist'],
  ['vercel', 'vercel.json', 'npx vercel deploy --prod dist'],
  ['container', '.host/Dockerfile', 'docker build --file dist/.host/Dockerfile dist'],
] as const)
  tries[command] = async () => {
    await run(`npm run host -- ${host}`);
    expect(existsSync(join(project, 'dist', file))).toBe(true);
    await run(command);
    expect(called()).toContain(command);
  };
tries['sh dist/.host/upload.sh s3:bucket'] = async () => {
  await run('npm run host -- s3');
  await run('sh dist/.host/upload.sh s3:bucket');
  expect(called().at(-1)).toMatch(/^rclone sync .* s3:bucket$/);
};
tries['git push'] = async () => {
  expect(readFileSync('.github/workflows/release.yml', 'utf8')).toMatch(
    /push:\n +branches: \[main\]/,
  );
};
const deploy = 'npm run deploy -- deploy@anh.example:/srv/news';
tries[deploy] = async () => {
  await run('npm run host -- nginx');
  await run(deploy.replace('deploy@anh.example:/srv', project));
  const deployed = join(project, 'news/current/.host/root.conf');
  expect(readFileSync(deployed, 'utf8')).toContain(join(project, 'news/releases'));
};

describe('a command that README shows', () => {
  it('is tried here, whichever it is', () => {
    expect([...new Set(shown)].sort()).toEqual(Object.keys(tries).sort());
  });

  const lacking = missing('rsync');
  // The order matters: a story is made, then shown, then published.
  for (const command of Object.keys(tries).sort((a, b) => rank(a) - rank(b)))
    it.skipIf(lacking && command === deploy)(`works: ${command}`, () => tries[command]!());

  it('asks for nothing from the network', () => {
    expect(readFileSync(log(), 'utf8')).toBe('');
  });
});

function rank(command: string): number {
  return (
    ['npm ci', 'npm run new', 'npm run check', 'npm run build', 'npm'].findIndex((start) =>
      command.startsWith(start),
    ) >>> 0
  );
}
