import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { filesIn } from '../../src/files/walk.ts';
import { writeContent } from '../generate.ts';
import { copyProject } from '../project.ts';
import { build, networkLog, root } from '../sites.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const project = resolve(root, 'astro-way');
const elsewhere = resolve(root, 'astro-way-elsewhere');
const [content, dist] = [join(project, 'content'), join(project, 'dist')];
const environment = {
  ...process.env,
  CACHE: 'cache',
  CONTENT: content,
  NEWSROOM_CLOCK: '2026-11-23T12:00:00Z',
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_PREVIEW_BACKGROUND: '0',
};
const noNetwork = {
  NETWORK_LOG: resolve(networkLog),
  NODE_OPTIONS: `--import=${resolve('tests/no-network.ts')}`,
};
const program = join(project, 'node_modules/astro/bin/astro.mjs');

/** Runs a command of Astro’s own in another folder than the project; never rejects. */
function astro(command: string, more: Record<string, string> = {}) {
  const words = [program, command, '--root', project];
  const options = { cwd: elsewhere, env: { ...environment, ...noNetwork, ...more } };
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    const child = execFile(process.execPath, words, options, (_, stdout, stderr) =>
      done({ code: child.exitCode, stdout, stderr }),
    );
  });
}

const ours = () => build(dist, { CONTENT: content, CACHE: join(project, 'cache') }, project);

const bytesIn = (folder: string) =>
  Object.fromEntries(
    filesIn(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** Changes a file of the project while some work is done. */
async function whileChanged<T>(name: string, from: string, to: string, work: () => Promise<T>) {
  const file = join(project, name);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${name} has no “${from}”.`);
  writeFileSync(file, text.replace(from, to));
  try {
    return await work();
  } finally {
    writeFileSync(file, text);
  }
}

let built: Record<string, string>;
beforeAll(async () => {
  copyProject('astro-way');
  mkdirSync(elsewhere, { recursive: true });
  writeContent(content, 2);
  await ours();
  built = bytesIn(dist);
});

describe('astro build, from another folder,', () => {
  it('reuses what npm run build has kept, and the other way round', async () => {
    const { code, stdout, stderr } = await astro('build');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Built dist\/ in .*: rebuilt 0 pages and feeds; [1-9]\d* unchanged\.$/m,
    );
    expect(bytesIn(dist)).toEqual(built);
    expect((await ours()).stdout).toMatch(/: rebuilt 0 pages and feeds; [1-9]\d* unchanged\.$/m);
    expect(filesIn(elsewhere)).toEqual([]);
  });

  it('gives the bytes of npm run build from nothing, whatever is in its environment', async () => {
    rmSync(dist, { recursive: true });
    const { code } = await astro('build', {
      CACHE: join(project, 'other-cache'),
      NODE_ENV: 'test',
      DEV: '1',
      PROD: '',
      MODE: 'development',
      BASE_URL: '/elsewhere/',
      SITE: 'https://elsewhere.example',
      VITEST: 'true',
    });
    expect(code).toBe(0);
    expect(bytesIn(dist)).toEqual(built);
  });

  it('refuses what npm run build refuses, in the same words, and leaves the last good site', async () => {
    const [file] = filesIn(join(content, 'articles'));
    const [refused, alike] = await whileChanged(
      `content/articles/${file}`,
      'section: ',
      'section: zq',
      async () => [await astro('build'), await ours().catch((error: { stderr: string }) => error)],
    );
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /index\.md:\d+:10 There is no section “zq[^]*\n1 problem to fix\.\n$/,
    );
    expect(`\n${refused.stderr}`).toBe(alike.stderr);
    expect(bytesIn(dist)).toEqual(built);
  });

  it('leaves it to another build that is at work', async () => {
    const sign = join(project, 'cache/building');
    writeFileSync(sign, `${process.pid}`);
    const refused = await astro('build');
    rmSync(sign);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toBe(
      `Another build is running (process ${process.pid}). Wait until it ends. If there is none, remove the file cache/building.\n`,
    );
  });

  it('names an option of newsroom() that there is not', async () => {
    const refused = await whileChanged(
      'astro.config.mjs',
      'newsroom()',
      'newsroom({ recrod: true })',
      () => astro('build'),
    );
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^astro\.config\.mjs: newsroom\(\) has no option `recrod`/);
  });
});

it('astro preview serves the built site', async () => {
  const words = [program, 'preview', '--root', project];
  const server = spawn(process.execPath, words, { cwd: elsewhere, env: environment });
  const ended = once(server, 'exit');
  let printed = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (data) => (printed += String(data)));
  try {
    const url = await vi.waitFor(() => /http:\/\/localhost:\d+\//.exec(printed)![0], 120_000);
    const page = await (await fetch(url)).text();
    expect(page).toBe(readFileSync(join(dist, 'index.html'), 'utf8'));
  } finally {
    server.kill();
    await ended;
  }
});

it('astro sync and astro check work in a copy that nothing was built in, whatever is wrong in its content', async () => {
  const types = join(project, '.astro');
  rmSync(types, { recursive: true });
  const [file] = filesIn(join(content, 'articles'));
  await whileChanged(`content/articles/${file}`, 'section: ', 'section: zq', async () => {
    expect((await astro('sync')).code).toBe(0);
    expect(existsSync(join(types, 'types.d.ts'))).toBe(true);
    rmSync(types, { recursive: true });
    const { code, stdout } = await astro('check');
    expect(stdout).toMatch(/^- 0 errors$/m);
    expect(code).toBe(0);
  });
});
