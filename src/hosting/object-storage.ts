import { headersFor, typeFor, type HostPolicy } from './policy.ts';

/**
 * A script that uploads the site with rclone to object storage such as S3. It can set content types and
 * cache lifetimes, but no other headers. Sources: rclone.org/docs/ (--header-upload, --files-from-raw,
 * --checksum), rclone.org/filtering/
 */
export function objectStorageFiles(policy: HostPolicy): Record<string, string> {
  const uploads = policy.files.map((file) => {
    const type = typeFor(policy, policy.base + file);
    const headers = headersFor(policy, policy.base + file);
    const call = `put '${type}' '${headers['cache-control']}' "$@" <<'files'`;
    return { file, call, rank: rank(file, headers) };
  });
  const ordered = uploads.toSorted((a, b) => a.rank - b.rank);
  const groups = Map.groupBy(ordered, ({ rank, call }) => `${rank} ${call}`);
  const puts = [...groups.values()].map((group) =>
    [group[0]!.call, ...group.map(({ file }) => file), 'files\n'].join('\n'),
  );
  return { '.host/upload.sh': `${script(policy.base)}${puts.join('')}${last}` };
}

/**
 * Assets are uploaded before the pages that need them; feeds and sitemaps, which link to pages, come
 * last.
 */
function rank(file: string, headers: Record<string, string>): number {
  if (headers['cache-control']?.includes('immutable')) return 0;
  if (headers['access-control-allow-origin'] || file.endsWith('.xml')) return 3;
  return file.endsWith('.html') ? 2 : 1;
}

const script = (base: string) => `#!/bin/sh
# Uploads this site with rclone: sh upload.sh REMOTE:BUCKET [OPTIONS OF RCLONE]
# At the end, it deletes files there${base === '/' ? '' : ` below ${base}`} that are not part of the site.
set -eu
site=$(cd "$(dirname "$0")/.." && pwd)
to="\${1:?Name the remote and the bucket, such as s3:anh}${base.slice(0, -1)}"
shift
command -v rclone > /dev/null || {
  echo 'rclone is not installed. On Debian and Ubuntu: apt-get install rclone; on macOS: brew install rclone.' >&2
  exit 1
}

put() {
  type=$1 cache=$2
  shift 2
  rclone copy --checksum --files-from-raw - --header-upload "Content-Type: $type" \\
    --header-upload "Cache-Control: $cache" "$@" "$site" "$to"
}

`;

const last = `
# Nothing is left to upload, only what is to be deleted.
rclone sync --ignore-existing --filter '+ /.well-known/**' --filter '- .*' --filter '- .*/**' "$@" \\
  "$site" "$to"
`;
