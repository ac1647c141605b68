import { FixableError } from '../desk/problem.ts';
import { misused } from './arguments.ts';

/** The flags of a command that serves the site. */
export const serving = { port: { type: 'string' }, host: { type: 'string' } } as const;

/** What `--help` says of them. */
export const servingUsage = `  --port NUMBER    the port; 4321 or the next free one by default
  --host ADDRESS   the address to listen on; by default only this machine can open the site.
                   0.0.0.0 listens on all addresses
  --help           prints this`;

/**
 * Where a command is to serve, in the words of Astro’s configuration. Without `--host` only this machine
 * reaches it; a port that is named is the one, or none.
 */
export function servedAt({ port, host }: { port?: string | undefined; host?: string | undefined }) {
  const number = Number(port);
  if (port !== undefined && !(/^\d+$/.test(port) && number >= 1 && number <= 65_535))
    misused(`“${port}” is not a port: use a number from 1 to 65535.`);
  if (host !== undefined && !/^[\w.:-]+$/.test(host)) misused(`“${host}” is not an address.`);
  const strict = { strictPort: port !== undefined };
  return {
    server: { ...(port !== undefined && { port: number }), ...(host !== undefined && { host }) },
    vite: { server: strict, preview: strict },
  };
}

/** The address to open, of a server that listens. */
export function openAt(host: string | undefined, port: number, base: string): string {
  const isAll = host === undefined || host === '0.0.0.0' || host === '::';
  const name = isAll ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${base}`;
}

/** What kept a command from serving: Vite says of a port that is in use only so, without a code. */
export function whyNotServed(error: unknown): unknown {
  const port = error instanceof Error && /^Port (\d+) is already in use/.exec(error.message)?.[1];
  return port
    ? new FixableError(
        `Port ${port} is in use.`,
        'Choose another one with --port, or stop the program that uses it.',
      )
    : error;
}
