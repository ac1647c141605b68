import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FixableError } from '../desk/problem.ts';
import { fromProject } from '../files/project.ts';

/**
 * The process that holds a lock, as recorded in the file. Only Linux provides more than the process id.
 */
interface Holder {
  pid: number;
  /** The start times of the system and the process: process ids are reused, also after a restart. */
  started?: string | undefined;
  /** The container of the process, if any: each container counts processes from 1. */
  container?: string | undefined;
}

/**
 * Creates lock files, held until this process ends or releases them. Locks left by killed processes are
 * ignored. So are locks from other containers, because it cannot be determined whether their processes
 * still run.
 * @param work what is running, for messages to users who have to wait
 * @returns a function that releases the locks
 * @throws {FixableError} if another process holds a lock
 * @throws {Error} a system error, if a file cannot be written
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
      // If the disk is full, an empty file remains.
      rmSync(file, { force: true });
      throw error;
    }
    const { pid, ...other } = holderOf(file);
    if (isAtWork({ pid, ...other }))
      throw new FixableError(
        `Another ${work} is running (process ${pid}).`,
        `Wait until it ends. If there is none, remove the file ${fromProject(file)}.`,
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
    // The lock was released just now, or its process was killed while writing it.
    return { pid: 0 };
  }
}

function isAtWork({ pid, started, container }: Holder): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  if (container !== undefined && container !== containerOfThis()) return false;
  try {
    // Signal 0 only checks whether the process exists.
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user exists but must not be signaled.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return started === undefined || started === startOf(pid);
}

/**
 * The start times of the system and of a process, the latter in clock ticks since the former; undefined
 * on systems without /proc.
 */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The 22nd field (proc_pid_stat(5)), counted from after the name, which may contain spaces.
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
