import type { Fault } from '../../desk/fault.ts';
import type { Host } from '../../desk/schema/publication.ts';
import { filesOfHosts } from './built-site.ts';

/**
 * Files of a newsroom's own in `public/` that a host reads and the build writes: one of the two would be
 * lost without a word. `.nojekyll` is empty, whoever writes it.
 * @param host for which the build writes files; without one it writes and removes none
 * @param files of `public/`
 */
export function ownHostFiles(host: Host | undefined, files: string[]): Fault[] {
  if (!host) return [];
  const written = filesOfHosts.filter((name) => name !== '.nojekyll');
  return files
    .filter((file) => written.includes(file.split('/')[0]!))
    .map((file) => ({
      file: `public/${file}`,
      line: 1,
      column: 1,
      problem: `The build writes ${file.split('/')[0]} for ${host} and would overwrite yours.`,
      mend: adviceFor(file),
    }));
}

const adviceFor = (file: string) =>
  file === '_redirects'
    ? 'Move its lines to content/redirects.yaml and delete it, or take `host` out of publication.yaml.'
    : 'Delete it, or take `host` out of publication.yaml and write all files for the host yourself.';
