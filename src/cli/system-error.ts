/** What the system’s errors mean for who called the command, by their codes (errno(3)), and what to do. */
const meanings: Record<string, [problem: string, fix: string]> = {
  ENOSPC: ['There is no space left on the disk', 'Free some, then call the command again.'],
  EDQUOT: ['The disk quota is used up', 'Free some space, then call the command again.'],
  EROFS: [
    'This lies on a file system that can only be read',
    'Build from a project, and into a folder, that can be written; CACHE may name another cache folder.',
  ],
  EACCES: [
    'The system does not allow this',
    'Look at who owns the file or folder and may write it.',
  ],
  EPERM: [
    'The system does not allow this',
    'Look at who owns the file or folder and may write it.',
  ],
  EBUSY: [
    'The system is using this file or folder',
    'If another file system is mounted there, name a folder inside it; else close what uses it.',
  ],
  EMFILE: [
    'Too many files are open at once',
    'Raise the limit, such as by `ulimit -n 4096`, then call the command again.',
  ],
  ENFILE: [
    'Too many files are open on this machine',
    'Close other programs, then call the command again.',
  ],
  EADDRINUSE: ['This port is in use', 'Name another one by --port, or end what uses it.'],
  EADDRNOTAVAIL: ['This machine has no such address', 'Name one that it has by --host.'],
  ENOTDIR: ['A file is where a folder should be', 'Move it, or name another folder.'],
  EISDIR: ['A folder is where a file should be', 'Move it, or name another file.'],
  ELOOP: ['Links lead in a circle', 'Mend the link, or name another folder.'],
  EIO: ['The disk could not be read or written', 'Look whether it is broken or was taken away.'],
  EXDEV: [
    'This cannot be moved to another file system',
    'Name a folder on the same one as the project.',
  ],
};

/**
 * What an error of the system means, with the file or the address that it is about, and what to do; undefined
 * for any other error. An error that came from a thread, or was wrapped, is known by its message or its cause.
 */
export function saySystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, dest, address, port } = error as NodeJS.ErrnoException & {
    dest?: string;
    address?: string;
    port?: number;
  };
  const [, said, rest = ''] = /^(?:listen )?(E[A-Z]+)\b(?:: )?(.*)/.exec(error.message) ?? [];
  const known = meanings[code ?? said ?? ''];
  if (!known) {
    const wrapped = error instanceof AggregateError ? error.errors : [error.cause];
    return wrapped.map(saySystemError).find((sentence) => sentence !== undefined);
  }
  const file = dest ?? path ?? /'([^']+)'$/.exec(rest)?.[1];
  const where = file ?? (port === undefined ? undefined : `${address ?? ''}:${port}`);
  return `${known[0]}${where ? `: ${where}` : ''}.\n    ${known[1]}`;
}
