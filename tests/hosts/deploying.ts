import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
 * @param PATH where programs are found behind that, if not where this process finds them
 * @param umask under which it runs, if not this process’s own
 * @returns the process, and how it ended
 */
export function deploy(
  words: string[],
  { ahead = '', RELOAD = '', PATH = process.env.PATH, umask = '' } = {},
) {
  const env = { ...process.env, PATH: [...(ahead ? [ahead] : []), PATH].join(':'), RELOAD };
  const script = `${umask && `umask ${umask} && `}exec sh "$@"`;
  const all = ['-c', script, 'sh', resolve('src/cli/deploy.sh'), ...words];
  const child = spawn('/bin/sh', all, { env });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => (printed.stdout += part));
  child.stderr.on('data', (part) => (printed.stderr += part));
  const ended = new Promise<Ended>((done) =>
    child.on('close', (code) => done({ code: code ?? -1, ...printed })),
  );
  return { child, ended };
}

/** Each call of this clock is a second later, so that no deploy has to wait for the next. */
const clock = () => {
  const at = join(newFolder(), 'at');
  writeFileSync(at, '10');
  return `#!/bin/sh\nnow=$(($(cat ${at}) + 1)); echo $now > ${at}; echo 2026-11-23T12-00-\${now}Z\n`;
};

/** A place to deploy to, and how. */
export function place() {
  const [root, dist] = [join(newFolder(), 'www'), newFolder()];
  const ahead = programs({ date: clock() });
  const current = (name: string) => join(root, 'current', name);
  return {
    root,
    dist,
    ahead,
    current,
    read: (name: string) => readFileSync(current(name), 'utf8'),
    releases: () => readdirSync(join(root, 'releases')),
    /** Deploys a site of these files; `index.html` is added. */
    deploy: (files: Record<string, string>, options = {}) =>
      deploy([root, fill(dist, { 'index.html': 'Front', ...files })], { ahead, ...options }).ended,
    back: (options = {}) => deploy(['--back', root], { ahead, ...options }).ended,
  };
}
