import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { filesIn } from '../../src/files/walk.ts';
import { makeStory, write, writeContent } from '../generate.ts';
import { copyProject } from '../project.ts';
import { build, root } from '../sites.ts';

let [project, content, site] = ['', '', ''];
// A disk in memory is another file system than the project’s, if anything is.
const memory = '/dev/shm';
const isOther = existsSync(memory) && statSync(memory).dev !== statSync('.').dev;
let away = '';
const environment = () => ({ CONTENT: content, CACHE: join(project, 'cache') });
const bytesOf = (folder: string) =>
  filesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

beforeAll(() => {
  project = copyProject('output');
  [content, site] = [join(project, 'content'), `${project}-out`];
  writeContent(content, 2);
  away = mkdtempSync(join(isOther ? memory : resolve(root), 'newsroom-'));
});
afterAll(() => rmSync(away, { recursive: true, force: true }));

it('lies in any folder, as in one whose path begins with the project’s own, and nothing is left beside it', async () => {
  await build(`${site}/`, environment(), project);
  const beside = readdirSync(dirname(site)).filter((name) => name.startsWith('output-out'));
  expect(beside).toEqual(['output-out']);
  expect(readdirSync(join(project, '.astro'))).not.toContain('made');
});

it(`is served by npm start where it says, ${isOther ? 'through a link from another file system' : 'through a link'}, and built again meanwhile`, async () => {
  mkdirSync(join(away, 'www'));
  symlinkSync(join(away, 'www'), join(project, 'dist'));
  const port = await freePort();
  const env = {
    ...process.env,
    ...environment(),
    NEWSROOM_CLOCK: '2026-11-23T12:00:00Z',
    NODE_ENV: 'production',
  };
  const lock = join(content, 'addresses.lock');
  const recorded = readFileSync(lock, 'utf8');
  rmSync(lock);
  const words = ['src/cli/start.ts', '--port', String(port), '--host', '127.0.0.1'];
  const url = `http://127.0.0.1:${port}/`;
  const start = async () => {
    const server = spawn(process.execPath, words, { cwd: project, env });
    let printed = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (data) => (printed += String(data)));
    await vi.waitFor(() => expect(printed).toContain(`The site is at ${url}\n`), 150_000);
    return { server, printed };
  };
  const end = async ({ server }: Awaited<ReturnType<typeof start>>) => {
    server.kill();
    await once(server, 'exit');
  };
  const first = await start();
  try {
    // What is only looked at gives no address out.
    expect(existsSync(lock)).toBe(false);
    expect(lstatSync(join(project, 'dist')).isSymbolicLink()).toBe(true);
    expect(readdirSync(away)).toEqual(['www']);
    expect(bytesOf(join(away, 'www'))).toEqual(bytesOf(site));
    const { path, text } = makeStory(3);
    write(join(content, path, 'index.md'), text);
    await build('dist', environment(), project);
    expect(await (await fetch(url)).text()).toContain('Story 3: ');
    expect(readFileSync(lock, 'utf8').length).toBeGreaterThan(recorded.length);
  } finally {
    await end(first);
  }
  const again = await start();
  await end(again);
  expect(again.printed).toContain('Nothing has changed since the last build.\n');
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
