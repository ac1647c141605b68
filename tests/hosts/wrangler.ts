import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolFile } from '../tools/tools.ts';

/** Cloudflare’s own emulator of Pages, on a folder. */
export interface Emulator {
  port: number;
  /** All that it said so far. */
  said(): string;
  close(): Promise<void>;
}

/**
 * Starts the emulator. It asks nobody, tells nobody and writes only into a folder of its own.
 * @throws {Error} when it doesn’t start on this machine, with what it said
 */
export async function startWrangler(folder: string): Promise<Emulator> {
  const state = mkdtempSync(join(tmpdir(), 'wrangler-'));
  // Not by its command, so that the process that is ended is the one that ends the others.
  const cli = fileURLToPath(toolFile('wrangler'));
  const options = ['--ip=127.0.0.1', '--port=0', '--inspector-port=0', `--persist-to=${state}`];
  const date = '--compatibility-date=2026-01-01';
  const child = spawn(process.execPath, [cli, 'pages', 'dev', resolve(folder), ...options, date], {
    cwd: state,
    env: {
      PATH: process.env.PATH,
      HOME: state,
      XDG_CONFIG_HOME: state,
      CI: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      WRANGLER_SEND_METRICS: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ready = once(child, 'message') as Promise<[string]>;
  const [message] = await Promise.race([ready, ended.then(() => [undefined])]);
  if (!message) throw new Error(`wrangler does not start here: ${said}`);
  const { port } = JSON.parse(message) as { port: number };
  return {
    port,
    said: () => said,
    close: async () => {
      child.kill();
      await ended;
      rmSync(state, { recursive: true, force: true });
    },
  };
}
