import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { objectStorageFiles } from '../../../src/hosting/object-storage.ts';
import { smallPolicy } from './small-policy.ts';

const uploads = (base: string) => {
  const rules = smallPolicy.rules.map(({ paths, headers }) => ({
    paths: base + paths.slice(1),
    headers,
  }));
  const types = smallPolicy.types.map(({ paths, type }) => ({
    paths: base + paths.slice(1),
    type,
  }));
  return objectStorageFiles({ ...smallPolicy, base, rules, types })['.host/upload.sh']!;
};

it('uploads what pages need, then pages, then feeds, each with its type and caching', () => {
  const calls = `put 'image/webp' 'immutable' "$@" <<'files'
_astro/a.webp
files
put 'text/markdown' 'no-cache' "$@" <<'files'
a/index.md
files
put 'text/html' 'no-cache' "$@" <<'files'
404.html
a/index.html
index.html
files
put 'application/rss+xml' 'no-cache' "$@" <<'files'
feed.xml
files

# Nothing is left to upload, only what is to be deleted.
rclone sync --ignore-existing `;
  expect(uploads('/')).toContain(calls);
  expect(uploads('/news/')).toContain(calls);
});

it('puts a site below the path of its address', () => {
  expect(uploads('/')).toContain('such as s3:anh}"\n');
  expect(uploads('/news/')).toContain('such as s3:anh}/news"\n');
});

it('asks for rclone by name before it uploads anything', () => {
  const bin = mkdtempSync(join(tmpdir(), 'no-rclone-'));
  for (const name of ['dirname', 'sh']) {
    const [place = ''] = spawnSync('sh', ['-c', `command -v ${name}`])
      .stdout.toString()
      .split('\n');
    symlinkSync(place, join(bin, name));
  }
  mkdirSync(join(bin, 'site/.host'), { recursive: true });
  const script = join(bin, 'site/.host/upload.sh');
  writeFileSync(script, uploads('/'));
  const { status, stderr } = spawnSync(join(bin, 'sh'), [script, 's3:anh'], {
    env: { PATH: bin },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    1,
    'rclone is not installed. On Debian and Ubuntu: apt-get install rclone; on macOS: brew install rclone.\n',
  ]);
});
