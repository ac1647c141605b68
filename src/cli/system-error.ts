/** What the system’s errors mean for who called the command, by their codes (errno(3)), and what to do. */
const meanings: Record<string, [problem: string, fix: string]> = {
  ENOSPC: ['There is no space left on the disk', 'Free some, then run the command again.'],
  EDQUOT: ['The disk quota is used up', 'Free some space, then run the command again.'],
  EROFS: [
    'This file system is read-only',
    'Use a project and an output folder that can be written; CACHE can name another cache folder.',
  ],
  EACCES: ['Permission denied', 'Check the owner and permissions of the file or folder.'],
  EPERM: ['Permission denied', 'Check the owner and permissions of the file or folder.'],
  EBUSY: [
    'The system is using this file or folder',
    'If another file system is mounted there, name a folder inside it; else close what uses it.',
  ],
  EMFILE: [
    'Too many files are open at once',
    'Raise the limit, such as by `ulimit -n 4096`, then run the command again.',
  ],
  ENFILE: [
    'Too many files are open on this machine',
    'Close other programs, then run the command again.',
  ],
  EADDRINUSE: [
    'This port is in use',
    'Choose another one with --port, or stop the program that uses it.',
  ],
  EADDRNOTAVAIL: ['This machine has no such address', 'Choose one that it has with --host.'],
  ENOTDIR: ['A file is where a folder should be', 'Move it, or name another folder.'],
  EISDIR: ['A folder is where a file should be', 'Move it, or name another file.'],
  ELOOP: ['Symbolic links form a loop', 'Fix the link, or name another folder.'],
  EIO: ['The disk could not be read or written', 'Check whether it is damaged or was unplugged.'],
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
