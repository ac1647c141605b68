import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** What a command printed and how it ended. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs one of the editors’ commands, `check`, as a process of its own; never rejects.
 * @param environment besides this process’s own, which does not tell that it runs on GitHub
 * @param cwd the folder where it runs, if not this one
 * @param instead what is run, with its words, instead of Node with the command
 */
export function run(
  command: string,
  words: string[],
  environment: Record<string, string> = {},
  cwd = '.',
  instead?: string[],
): Promise<Ended> {
  const { GITHUB_ACTIONS: _, ...own } = process.env;
  const env = { ...own, NEWSROOM_CLOCK: '2026-11-23T12:00:00Z', ...environment };
  const file = resolve('src/cli', `${command}.ts`);
  const [program, ...all] = instead ?? [process.execPath, file, ...words];
  return new Promise((done) => {
    const child = execFile(program!, all, { env, cwd }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
