import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { FixableError } from '../desk/problem.ts';

/** Who holds a lock, as the file says. Only Linux tells more than the number. */
interface Holder {
  pid: number;
  /** When the system and the process started: a number is given again, to another process or after a restart. */
  started?: string | undefined;
  /** In which container, if any: each counts its processes from 1. */
  container?: string | undefined;
}

/**
 * Holds files as a sign that this process is at work, until it ends or gives them back. A sign that was left
 * by a process that was killed counts for nothing, nor does one of a container that is not this one: whether
 * that still runs can’t be seen from here.
 * @param work what is at work, for who has to wait for it
 * @returns what gives the files back
 * @throws {FixableError} when another process is at work
 * @throws {Error} of the system, when a file cannot be written
 */
export function lock(files: string[], work = 'build'): () => void {
  const held: string[] = [];
  const release = () => {
    for (const file of held.splice(0)) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    for (const file of files) {
      mkdirSync(dirname(file), { recursive: true });
      take(file, work);
      held.push(file);
    }
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

function take(file: string, work: string): void {
  try {
    writeFileSync(file, JSON.stringify(thisProcess()), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      // A full disk leaves an empty file.
      rmSync(file, { force: true });
      throw error;
    }
    const { pid, ...other } = holderOf(file);
    if (isAtWork({ pid, ...other }))
      throw new FixableError(
        `Another ${work} is running (process ${pid}).`,
        `Wait until it ends. If there is none, remove the file ${relative('', file)}.`,
      );
    rmSync(file, { force: true });
    take(file, work);
  }
}

const thisProcess = (): Holder => ({
  pid: process.pid,
  started: startOf(process.pid),
  container: containerOfThis(),
});

function holderOf(file: string): Holder {
  try {
    const said = JSON.parse(readFileSync(file, 'utf8')) as Holder | number;
    return typeof said === 'number' ? { pid: said } : said;
  } catch {
    // It was just given back, or was cut off when its process was killed.
    return { pid: 0 };
  }
}

function isAtWork({ pid, started, container }: Holder): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  if (container !== undefined && container !== containerOfThis()) return false;
  try {
    // Signal 0 reaches nobody; it only tells whether there is somebody to reach.
    process.kill(pid, 0);
  } catch (error) {
    // Another user’s process may not be reached, and is there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return started === undefined || started === startOf(pid);
}

/** When the system was started and, in its ticks since, a process; undefined where the system has no /proc. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The 22nd field (proc_pid_stat(5)), counted from behind the name, in which there may be spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function containerOfThis(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}
