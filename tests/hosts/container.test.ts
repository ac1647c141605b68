import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../sites.ts';
import { lay } from './deployed.ts';
import { missing, programOf } from '../required.ts';
import { deep } from './placed.ts';

/** As Docker has it with the options of the Dockerfile, as far as the kernel gives it to this user. */
const asRoot = process.getuid?.() === 0;
const apart = ['unshare', '--mount', '--net', ...(asRoot ? [] : ['--user', '--map-root-user'])];
const unprivileged = [
  'setpriv --no-new-privs --bounding-set=-all --inh-caps=-all',
  ...(asRoot ? ['--reuid=10001 --regid=10001 --clear-groups'] : []),
  'env -i PATH="$PATH" HOME=/ XDG_CONFIG_HOME=/config XDG_DATA_HOME=/data',
].join(' ');

const needed = missing('caddy', 'unshare', 'setpriv', 'ip', 'wget');
const mayBeApart = () => spawnSync(apart[0]!, [...apart.slice(1), 'true']).status === 0;
const why = needed
  ? `${needed}: `
  : mayBeApart()
    ? ''
    : 'skipped, as this user may not have a network of its own: ';

/**
 * Runs a script where nothing can be written and nobody else is in the network.
 * @param folder is at /srv there
 */
function runApart(folder: string, script: string) {
  const before = `set -eu
ip link set lo up
mount --bind ${folder} /srv
mount -o remount,bind,ro /srv
mount -o remount,bind,ro /
`;
  const [unshare, ...options] = apart;
  return spawnSync(unshare!, [...options, 'sh', '-c', before + script], {
    encoding: 'utf8',
    timeout: 30_000,
  });
}

describe.skipIf(why)(`${why}the container`, () => {
  let folder: string;
  let dockerfile: string;
  /** The words of a command, for a shell. */
  const command = (name: string) =>
    (JSON.parse(new RegExp(`^${name} .*?(\\[.*\\])$`, 'm').exec(dockerfile)![1]!) as string[])
      .map((word) => `'${word}'`)
      .join(' ');

  beforeAll(async () => {
    ({ folder } = await lay(deep, 'container', 'container'));
    dockerfile = readFileSync(join(folder, '.host/Dockerfile'), 'utf8');
    // Caddy 2.6, which is Debian’s, does not know of it yet.
    if (/^v?2\.6/.test(execFileSync(programOf('caddy')!, ['version'], { encoding: 'utf8' }))) {
      const caddyfile = join(folder, '.host/container.caddyfile');
      const text = readFileSync(caddyfile, 'utf8');
      rmSync(caddyfile);
      writeFileSync(caddyfile, text.replace('\tpersist_config off\n', ''));
    }
  });

  it('serves all as it was built, without rights or a place to write, until it is told to stop', () => {
    const { stdout, stderr } = runApart(
      folder,
      `${unprivileged} ${command('CMD')} &
caddy=$!
tries=0
until ${command('HEALTHCHECK')} || [ $tries = 50 ]; do sleep 0.1; tries=$((tries + 1)); done
[ $tries != 50 ] && echo well
touch ${resolve(root)}/written 2> /dev/null || echo nothing can be written
grep -E '^(CapPrm|CapBnd|NoNewPrivs)' /proc/$caddy/status
${process.execPath} src/cli/verify.ts http://127.0.0.1:8080${deep.base} ${folder} --host container || :
kill $caddy
wait $caddy && echo ended
${command('HEALTHCHECK')} || echo ill
`,
    );
    // Caddy’s log, in which every line is an object.
    const problems = stderr
      .trim()
      .split('\n')
      .filter((line) => !/^\{"level":"(?:info|warn)"/.test(line));
    // Debian’s Caddy tries to keep its configuration, see above.
    expect(problems.filter((line) => !line.includes('config autosave'))).toEqual([]);
    expect(stdout.split('\n')).toEqual([
      'well',
      'nothing can be written',
      'CapPrm:\t0000000000000000',
      'CapBnd:\t0000000000000000',
      'NoNewPrivs:\t1',
      `The site was built for ${deep.url}.`,
      expect.stringMatching(/ matches the build: [\d,]{5,} addresses\.$/),
      'ended',
      'ill',
      '',
    ]);
  });
});
