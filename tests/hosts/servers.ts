import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A real server that runs on this machine for the tests. */
export interface RunningServer {
  /** Its address, without a path: `http://127.0.0.1:40123`. */
  url: string;
  port: number;
  pid: number;
  /** Has it read its configuration again, as after a deploy. */
  reload(): void;
  /** Ends it, and takes away what it wrote. */
  close(): Promise<void>;
}

/** Where a server of this machine is, or nothing if it is not installed. */
export const programOf = (name: string) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Whether a server is missing, and how a test that needs it says so. */
export const missing = (name: string) =>
  programOf(name) ? '' : `skipped, as ${name} is not installed`;

/**
 * Starts nginx on a site that is laid for it.
 * @param folder of the site, or the link to its release
 * @param own what else is to stand in the server’s block
 */
export async function startNginx(folder: string, own = ''): Promise<RunningServer> {
  const at = resolve(folder, '.host');
  return start('nginx', (port, state) => {
    const conf = join(state, 'nginx.conf');
    writeFileSync(
      conf,
      `daemon off;
pid ${state}/pid;
error_log ${state}/log;
${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
worker_processes 1;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${state}/${kind};`).join('\n  ')}
  map_hash_bucket_size 512;
  map_hash_max_size 65536;
  include ${at}/http.conf;
  server {
    listen 127.0.0.1:${port};
    include ${at}/root.conf;
    include ${at}/server.conf;
    ${own}
  }
}
`,
    );
    return ['-c', conf, '-p', state, '-e', join(state, 'log')];
  });
}

/** Starts a program of which the arguments are made for a free port and a folder of its own. */
async function start(
  name: string,
  argumentsFor: (port: number, state: string) => string[],
): Promise<RunningServer> {
  const state = mkdtempSync(join(tmpdir(), `${name}-`));
  const port = await freePort();
  const child = spawn(programOf(name)!, argumentsFor(port, state), { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.signalCode) {
      const log = join(state, 'log');
      throw new Error(
        `${name} does not start:\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`,
      );
    }
    await wait(10);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid!,
    reload: () => void child.kill('SIGHUP'),
    close: async () => {
      child.kill();
      await ended;
      rmSync(state, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    const told = (yes: boolean) => (socket.destroy(), settle(yes));
    socket.once('connect', () => told(true)).once('error', () => told(false));
  });
}
