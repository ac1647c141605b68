import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hosts } from '../../src/desk/schema/publication.ts';
import { hostKinds } from '../../src/hosting/hosts.ts';
import { writeHostFiles } from '../../src/hosting/host-files.ts';
import { filesOf } from '../sites.ts';
import { lay } from './deployed.ts';
import { deep, shallow } from './placed.ts';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

it('leaves nothing of one host for the next, and none of it in the built site', async () => {
  const built = filesIn(deep.folder);
  const { folder } = await lay(deep, 'netlify', 'laying');
  const added: Record<string, string[]> = {};
  for (const host of hosts.filter((host) => hostKinds[host])) {
    await writeHostFiles(host, folder);
    added[host] = filesIn(folder).filter((file) => !built.includes(file));
  }
  expect(added).toMatchObject({
    netlify: ['_headers', '_redirects'],
    cloudflare: ['_headers', '_redirects'],
    vercel: ['vercel.json'],
    'github-pages': ['.nojekyll'],
    s3: ['.host/upload.sh'],
  });
  await writeHostFiles('netlify', folder);
  await writeHostFiles(undefined, folder);
  expect(filesIn(folder)).toEqual(built);
  for (const file of built.filter((file) => !/\.pf_\w+$/.test(file)))
    expect(readFileSync(join(folder, file)).equals(filesOf(deep).get(file)!), file).toBe(true);
});

it('says what is to be done by hand where a site belongs below a path', async () => {
  const { base } = deep;
  const { folder } = await lay(deep, 'nginx', 'laying');
  expect((await writeHostFiles('netlify', folder)).left).toEqual([
    `This host does not support such patterns, so it does not redirect ${base}archiv/*.html.`,
    `This host serves a folder at the root of a host, and the site belongs below ${base}: deploy a folder in which it is ${base.slice(1)}, and put 404.html, _headers and _redirects at the top of that.`,
  ]);
  expect((await writeHostFiles('s3', folder)).left).toEqual([
    `This host ignores the query, so it does not redirect ${base}?p=7 and ${base}?p=123.`,
    `This host does not support such patterns, so it does not redirect ${base}partner/*, ${base}archiv/*.html and ${base}blog/*.`,
    `This host cannot answer 410, so it answers 404 at ${base}shop.php and ${base}forum/*.`,
  ]);
  expect((await writeHostFiles('nginx', folder)).left).toEqual([]);
  const atRoot = await lay(shallow, 'nginx', 'laying');
  expect((await writeHostFiles('netlify', atRoot.folder)).left).toEqual([]);
});
