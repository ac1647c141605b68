import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Ended } from '../unit/command.ts';

const folders: string[] = [];

/** A folder of its own for a test. */
export function newFolder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'deploy-')));
  return folders.at(-1)!;
}

/** Takes all these folders away. */
export const removeFolders = () =>
  folders.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true }));

/** Writes files into a folder, which then has no others. */
export function fill(folder: string, files: Record<string, string>): string {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A folder of programs that come before this machine’s own of the same names. */
export function programs(scripts: Record<string, string>): string {
  const folder = fill(newFolder(), scripts);
  for (const name of Object.keys(scripts)) chmodSync(join(folder, name), 0o755);
  return folder;
}

/**
 * Runs `npm run deploy`, or with `--back` `npm run rollback`, without npm.
 * @param ahead a folder of programs
 * @returns the process, and how it ended
 */
export function deploy(words: string[], { ahead = '', RELOAD = '' } = {}) {
  const PATH = [...(ahead ? [ahead] : []), process.env.PATH].join(':');
  const child = spawn('sh', [resolve('src/cli/deploy.sh'), ...words], {
    env: { ...process.env, PATH, RELOAD },
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => (printed.stdout += part));
  child.stderr.on('data', (part) => (printed.stderr += part));
  const ended = new Promise<Ended>((done) =>
    child.on('close', (code) => done({ code: code ?? -1, ...printed })),
  );
  return { child, ended };
}
