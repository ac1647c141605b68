import type { Problem } from '../desk/problem.ts';
import type { Host } from '../desk/schema/publication.ts';
import { filesOfHosts } from './built-site.ts';

/**
 * Finds the newsroom’s own files in `public/` that a host reads and the build also writes: one of the two
 * would be lost silently. `.nojekyll` is always empty, so it cannot conflict.
 * @param host the host for which the build writes files; without one, it writes and removes none
 * @param files the files of `public/`
 * @param setting returns where the host is set, `content/publication.yaml:11`; called only if needed
 */
export function ownHostFiles(
  host: Host | undefined,
  files: string[],
  setting: () => string,
): Problem[] {
  if (!host) return [];
  const written = filesOfHosts.filter((name) => name !== '.nojekyll');
  return files
    .filter((file) => written.includes(file.split('/')[0]!))
    .map((file) => ({
      file: `public/${file}`,
      line: 1,
      column: 1,
      summary: `Newsroom writes ${file.split('/')[0]} for ${host} (${setting()}) and would overwrite yours.`,
      fix: adviceFor(file, host),
    }));
}

function adviceFor(file: string, host: Host): string {
  const without = 'or take out `host` and write all files for the host yourself.';
  if (file === '_redirects')
    return `Move its lines to content/redirects.yaml and delete it, ${without}`;
  if (file.startsWith('.host/')) return `Delete it, ${without}`;
  return `Move its redirects to content/redirects.yaml, ${headersOf[host]}, and delete it; ${without}`;
}

/** Where to move the newsroom’s own headers, because the build writes the file. */
const ofServer = 'its headers to the server’s own configuration';
const headersOf: Record<Host, string> = {
  netlify: 'its headers to netlify.toml',
  cloudflare: 'its headers to a Transform Rule of Cloudflare’s',
  vercel: 'and drop its headers: Vercel reads them from no other place',
  'github-pages': 'and drop its headers: GitHub Pages sends none',
  s3: 'its headers to the settings of the store',
  nginx: ofServer,
  caddy: ofServer,
  apache: ofServer,
  container: 'its headers to the server in front of the container',
};
