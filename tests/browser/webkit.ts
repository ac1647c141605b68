import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { programOf } from '../required.ts';
import type { Engine, Scheme } from './engine.ts';

const script = fileURLToPath(new URL('webkit.py', import.meta.url));

/** Debian’s Python, which has what its packages bring; another one may come first on the path. */
const python = '/usr/bin/python3';

interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

/**
 * Starts WebKitGTK on a screen that nobody sees, of Debian’s packages gir1.2-webkit2-4.1, python3-gi-cairo and xvfb.
 * @throws when one is missing, or it can’t be started
 */
export async function startWebKit(scheme: Scheme): Promise<Engine> {
  if (!programOf('Xvfb')) throw new Error('xvfb is not installed');
  const state = await mkdtemp(join(tmpdir(), 'webkit-'));
  const screen = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', '-terminate'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await firstLine(screen, screen.stdio[3] as Readable);
  // Files of its own, for in a private window it says nothing on the console.
  const own = { XDG_DATA_HOME: state, XDG_CACHE_HOME: state, XDG_CONFIG_HOME: state };
  const engine = spawn(python, [script, scheme], {
    env: { ...process.env, ...own, DISPLAY: `:${display}`, NO_AT_BRIDGE: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const errors: string[] = [];
  createInterface({ input: engine.stderr }).on('line', (line) =>
    (/\bCONSOLE\b/.test(line) ? said : errors).push(line),
  );
  // By the number of what was asked; 0 is that it has started.
  const waiting = new Map<number, (answer: Answer) => void>();
  const answerTo = (id: number) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(id, ({ value, error }) =>
        error === undefined ? resolve(value) : reject(new Error(`WebKitGTK: ${error}`)),
      );
    });
  createInterface({ input: engine.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  engine.on('close', () => {
    for (const end of waiting.values()) end({ id: 0, error: `it ended: ${errors.join('\n')}` });
  });
  let asked = 0;
  const ask = (command: object) => {
    const id = ++asked;
    engine.stdin.write(`${JSON.stringify({ ...command, id })}\n`);
    return answerTo(id);
  };
  const file = async (command: object) => {
    const path = join(state, 'file');
    await ask({ ...command, path });
    return readFile(path);
  };
  const close = async () => {
    engine.stdin.end();
    if (engine.exitCode === null) await once(engine, 'close');
    screen.kill();
    await rm(state, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await answerTo(0);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    said,
    async open(url, width, height = 900) {
      said.length = 0;
      await ask({ do: 'open', url, width, height });
    },
    run: (what, argument) =>
      ask({
        do: 'run',
        script: `return JSON.stringify((await (${what.toString()})(${JSON.stringify(argument)})) ?? null)`,
      }) as never,
    picture: (isWhole = false) => file({ do: 'picture', isWhole }),
    print: () => file({ do: 'print' }),
    close,
  };
}

/** The first line that a process writes, which says that it is ready. */
async function firstLine(started: ChildProcess, from: Readable): Promise<string> {
  const ended = once(started, 'exit').then(() => {
    throw new Error(`${started.spawnfile} ended at once`);
  });
  const [line] = (await Promise.race([once(from, 'data'), ended])) as [Buffer];
  return line.toString().trim();
}
