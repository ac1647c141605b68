import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { inCache } from '../files/cache-folder.ts';
import { ContentError } from '../desk/problem.ts';
import { hosts, type Host } from '../desk/schema/publication.ts';
import { filesIn } from '../files/walk.ts';
import { hostKinds } from '../hosting/hosts.ts';
import { ownHostFiles } from '../hosting/own-files.ts';
import { misused, readArguments } from './arguments.ts';
import { markAsReady } from '../build/build-marker.ts';
import { fail } from './fail.ts';
import { lock } from '../build/lock.ts';
import { lockBeside } from '../build/output-folder.ts';
import { makeProgress } from '../build/progress.ts';
import { makeReady } from '../build/ready.ts';
import { inProject, nameOf } from '../files/project.ts';

// npm run host -- NAME [FOLDER]: makes a built site ready for a host.
const { positionals } = readArguments(
  { allowPositionals: true },
  `npm run host -- NAME [FOLDER]

Prepares the built site in FOLDER (dist if none is given) for a host: writes the files that the host
reads and removes those for another host.

NAME is one of ${hosts.join(', ')}.

Exits with 0 when the files are written, with 1 when there is no built site or the host cannot serve
it, with 2 when an argument is wrong.`,
);
const [name = '', folder = inProject('dist'), ...more] = positionals;
const host = hosts.find((one): one is Host => one === name);
if (!host || more.length > 0)
  misused(name ? `“${name}” is not one of ${hosts.join(', ')}.` : 'Name a host.');
const publicFolder = inProject('public');
const files = existsSync(publicFolder) ? filesIn(publicFolder) : [];
const own = ownHostFiles(host, files, () => 'npm run host');
if (own.length > 0) fail(new ContentError(own));
const left = await ready().catch(fail);

console.log(`${nameOf(folder)}/ is ready for ${host}.`);
for (const sentence of [...left, ...(hostKinds[host]?.cannot ?? [])]) console.log(sentence);

async function ready(): Promise<string[]> {
  // Compressed files are kept where a build keeps them.
  lock([inCache('building'), ...lockOf(folder)]);
  const served = resolve(folder);
  const before = existsSync(folder) ? readdirSync(folder) : [];
  const { left } = await makeReady(host, folder, makeProgress(), { served });
  markAsReady(folder, before);
  return left;
}

function lockOf(folder: string): string[] {
  return existsSync(folder) ? [lockBeside(realpathSync(folder))] : [];
}
