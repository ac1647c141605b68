import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { readBuiltSite } from '../../src/hosting/built-site.ts';
import { hostPolicy } from '../../src/hosting/policy.ts';
import { deploy, fill, newFolder, place, programs, removeFolders } from './deploying.ts';
import { missing, programOf } from '../required.ts';
import { deep } from './placed.ts';

const lacking = missing('rsync');
const skipped = lacking && `${lacking}: `;

/** A folder and all that is in it but links, as paths. */
const filesAndFolders = (folder: string) => [
  folder,
  ...readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink())
    .map(({ parentPath, name }) => join(parentPath, name)),
];

afterAll(removeFolders);

describe.skipIf(skipped)(`${skipped}npm run deploy`, { concurrent: true }, () => {
  it('copies a site beside those before it and leads to it', async ({ expect }) => {
    const { root, deploy, read } = place();
    expect(await deploy({ 'about/index.html': 'About' })).toEqual({
      code: 0,
      stdout: `${root}/current is releases/2026-11-23T12-00-11Z now.\n`,
      stderr: '',
    });
    expect(readlinkSync(join(root, 'current'))).toBe('releases/2026-11-23T12-00-11Z');
    await deploy({ 'index.html': 'Later' });
    expect(read('index.html')).toBe('Later');
    expect(existsSync(join(root, 'current/about'))).toBe(false);
    expect(readFileSync(join(root, 'releases/2026-11-23T12-00-11Z/about/index.html'), 'utf8')).toBe(
      'About',
    );
    expect(readdirSync(root).sort()).toEqual(['current', 'releases']);
  });

  it('leaves alone what has not changed: file, time and all', async ({ expect }) => {
    const { deploy, current } = place();
    await deploy({ 'same.html': 'Same', 'other.html': 'Other' });
    const [same, other] = ['same.html', 'other.html'].map((name) => statSync(current(name)));
    await wait(20);
    // Written anew by each build, and as long as before.
    await deploy({ 'same.html': 'Same', 'other.html': 'Anew!' });
    const now = (name: string) => statSync(current(name));
    expect([now('same.html').ino, now('same.html').mtimeMs]).toEqual([same!.ino, same!.mtimeMs]);
    expect(now('other.html').ino).not.toBe(other!.ino);
    expect(now('other.html').mtimeMs).toBeGreaterThan(other!.mtimeMs);
  });

  it('answers for one release longer with what pages of before ask for, and only that', async ({
    expect,
  }) => {
    const { deploy, current, read } = place();
    await deploy({ '_astro/a.1.webp': 'A', 'about/index.html': 'About', 'feed.xml': 'Feed' });
    const { ino } = statSync(current('_astro/a.1.webp'));
    await deploy({ '_astro/b.2.webp': 'B' });
    expect(statSync(current('_astro/a.1.webp')).ino).toBe(ino);
    expect([read('_astro/a.1.webp'), read('_astro/b.2.webp')]).toEqual(['A', 'B']);
    expect(['about', 'feed.xml'].filter((name) => existsSync(current(name)))).toEqual([]);
    await deploy({ '_astro/c.3.webp': 'C' });
    expect(readdirSync(current('_astro'))).toEqual(['b.2.webp', 'c.3.webp']);
  });

  it('takes for that all that may be kept for ever', async ({ expect }) => {
    const { base, rules } = hostPolicy(readBuiltSite(deep.folder));
    const names = rules
      .filter(({ headers }) => headers['Cache-Control']?.includes('immutable'))
      .map(({ paths }) => paths.slice(base.length).replace('*', 'deep/in/x'));
    expect(names.length).toBeGreaterThan(5);
    const { deploy, current } = place();
    await deploy(Object.fromEntries(names.map((name) => [name, name])));
    await deploy({});
    expect(names.filter((name) => !existsSync(current(name)))).toEqual([]);
  });

  it('keeps five releases', async ({ expect }) => {
    const { deploy, releases, read } = place();
    for (let at = 1; at <= 7; at += 1) await deploy({ 'index.html': `${at}` });
    expect(releases()).toEqual([13, 14, 15, 16, 17].map((at) => `2026-11-23T12-00-${at}Z`));
    expect(read('index.html')).toBe('7');
  });

  it('tells a server where the release lies', async ({ expect }) => {
    const { deploy, read, current } = place();
    const rules = ['set $release "/home/me/dist";\n', 'root * "/home/me/dist"\n'];
    for (const rule of rules) {
      await deploy({ '.host/root.conf': rule });
      const release = realpathSync(current(''));
      expect(read('.host/root.conf')).toBe(rule.replace('/home/me/dist', release));
    }
  });

  it('calls what has the server take the release, and takes it back where that fails', async ({
    expect,
  }) => {
    const { root, deploy, read } = place();
    const seen = join(root, 'seen');
    await deploy({}, { RELOAD: `cat ${root}/current/index.html > ${seen}` });
    expect(readFileSync(seen, 'utf8')).toBe('Front');
    const { code, stderr } = await deploy({ 'index.html': 'Broken' }, { RELOAD: 'exit 3' });
    expect([code, stderr]).toEqual([1, 'The server could not reload.\n']);
    expect(read('index.html')).toBe('Front');
    expect(existsSync(join(root, 'lock'))).toBe(false);
  });

  it('goes over ssh to another machine', async ({ expect }) => {
    const { root, dist, ahead } = place();
    // The other machine is this one. What it is told goes through a shell, as there.
    const log = join(newFolder(), 'log');
    const ssh = `#!/bin/sh
# rsync names the user apart.
if [ "$1" = -l ]; then user=$2@ && shift 2; fi
echo "$user$1" >> ${log}
shift
exec sh -c "$*"
`;
    fill(dist, { 'index.html': 'Far', '_astro/a.webp': 'A' });
    const target = `web@there.example:${root}`;
    const options = {
      ahead: `${programs({ ssh })}:${ahead}`,
      RELOAD: `echo "It's" > ${root}/seen`,
    };
    const { ended } = deploy([target, dist], options);
    expect((await ended).stderr).toBe('');
    expect(readFileSync(join(root, 'current/index.html'), 'utf8')).toBe('Far');
    expect(readFileSync(join(root, 'seen'), 'utf8')).toBe("It's\n");
    fill(dist, { 'index.html': 'Later' });
    await deploy([target, dist], options).ended;
    expect(readFileSync(join(root, 'current/_astro/a.webp'), 'utf8')).toBe('A');
    await deploy(['--back', target], options).ended;
    expect(readFileSync(join(root, 'current/index.html'), 'utf8')).toBe('Far');
    const asked = readFileSync(log, 'utf8').trim().split('\n');
    expect([asked.length > 10, new Set(asked)]).toEqual([true, new Set(['web@there.example'])]);
  });

  it('can be read by a server of another user, whatever the umask, and so can what was deployed before', async ({
    expect,
  }) => {
    const { root, dist, deploy, current, read } = place();
    const files = { '_astro/a.1.webp': 'A', 'about/index.html': 'About', '.host/root.conf': '"/"' };
    const unreadable = () =>
      filesAndFolders(root).filter(
        (path) => (statSync(path).mode & 0o055) !== 0o055 - (statSync(path).isFile() ? 0o011 : 0),
      );
    await deploy(files, { umask: '077' });
    expect(unreadable()).toEqual([]);
    // As deploys were until now, under a umask that lets nobody in.
    for (const path of filesAndFolders(join(root, 'releases')))
      chmodSync(path, statSync(path).isFile() ? 0o600 : 0o700);
    chmodSync(join(dist, 'about'), 0o700);
    const { stdout } = await deploy({ ...files, '_astro/a.1.webp': 'B' }, { umask: '027' });
    const release = realpathSync(join(root, 'current'));
    expect(
      unreadable().filter((path) => path.startsWith(release) || path.endsWith('/releases')),
    ).toEqual([]);
    expect([read('about/index.html'), statSync(current('_astro')).mode & 0o777]).toEqual([
      'About',
      0o755,
    ]);
    expect(stdout).not.toContain('chmod');
    chmodSync(root, 0o750);
    expect((await deploy(files)).stdout).toContain(`call chmod 755 ${root} there.`);
  });

  it('asks for what it needs by name before it makes anything', async ({ expect }) => {
    const dist = fill(newFolder(), { 'index.html': '' });
    const root = join(newFolder(), 'www');
    const basics = ['sh', 'dirname', 'mkdir', 'cat'];
    const PATH = newFolder();
    for (const name of basics) symlinkSync(programOf(name)!, join(PATH, name));
    const told = async (target: string) => {
      const { code, stderr } = await deploy([target, dist], { PATH }).ended;
      return [code, stderr];
    };
    expect(await told(root)).toEqual([
      1,
      'rsync is not installed here. On Debian and Ubuntu: apt-get install rsync; on macOS: brew install rsync.\n',
    ]);
    expect(await told(`web@there.example:${root}`)).toEqual([
      1,
      'ssh is not installed here. On Debian and Ubuntu: apt-get install openssh-client; on macOS: brew install openssh.\n',
    ]);
    // There is none on the server, which is this machine without it.
    symlinkSync(programOf('rsync')!, join(PATH, 'rsync'));
    const bare = newFolder();
    for (const name of basics) symlinkSync(programOf(name)!, join(bare, name));
    const ssh = `#!/bin/sh\nshift\nPATH=${bare} exec sh -c "$*"\n`;
    writeFileSync(join(PATH, 'ssh'), ssh, { mode: 0o755 });
    expect(await told(`web@there.example:${root}`)).toEqual([
      1,
      'rsync is not installed there. On Debian and Ubuntu: apt-get install rsync.\n',
    ]);
    expect(existsSync(root)).toBe(false);
  });

  it('says what it was called wrongly for', async ({ expect }) => {
    const dist = fill(newFolder(), { 'index.html': '' });
    const root = newFolder();
    const told = async (...words: string[]) => {
      const { code, stderr } = await deploy(words).ended;
      return [code, stderr.split('\n')[0]];
    };
    expect(await told()).toEqual([
      2,
      'Give a folder, or a folder on a server, such as USER@HOST:/srv/news.',
    ]);
    expect(await told('-oProxyCommand=x:/y', dist)).toEqual(await told());
    expect(await told(`${root}/$(id)`, dist)).toEqual([
      2,
      'A target may contain only letters, digits and / . _ - @ :.',
    ]);
    expect(await told(root, `${dist}/nowhere`)).toEqual([
      2,
      `There is no built site in ${dist}/nowhere/.`,
    ]);
    expect(await told(root, dist, 'more')).toEqual([2, 'Give one folder.']);
    expect(await told(root, '--hlep')).toEqual([
      2,
      'There is no flag --hlep. The only one is --help.',
    ]);
    expect(readdirSync(root)).toEqual([]);
    expect((await deploy([root, '--help']).ended).code).toBe(0);
    expect((await deploy(['--help']).ended).stdout).toContain('npm run rollback -- TARGET');
  });
});

describe.skipIf(skipped)(`${skipped}npm run rollback`, { concurrent: true }, () => {
  it('leads to the release before, and to the one before that', async ({ expect }) => {
    const { deploy, back, read } = place();
    for (const text of ['A', 'B', 'C']) await deploy({ 'index.html': text });
    expect((await back()).code).toBe(0);
    expect(read('index.html')).toBe('B');
    await back();
    expect(read('index.html')).toBe('A');
    const { code, stderr } = await back();
    expect([code, stderr]).toEqual([1, 'There is no previous release.\n']);
    expect(read('index.html')).toBe('A');
  });

  it('never leads to a release that was taken back', async ({ expect }) => {
    const { deploy, back, read, releases } = place();
    for (const text of ['A', 'Bad']) await deploy({ 'index.html': text });
    await back();
    await deploy({ 'index.html': 'C' });
    expect(releases()).toEqual(['2026-11-23T12-00-11Z', '2026-11-23T12-00-13Z']);
    await back();
    expect(read('index.html')).toBe('A');
  });

  it('calls what has the server take the release', async ({ expect }) => {
    const { root, deploy, back } = place();
    for (const text of ['A', 'B']) await deploy({ 'index.html': text });
    await back({ RELOAD: `cat ${root}/current/index.html > ${root}/seen` });
    expect(readFileSync(join(root, 'seen'), 'utf8')).toBe('A');
  });

  it('makes nothing where nothing was deployed', async ({ expect }) => {
    const root = join(newFolder(), 'nowhere');
    expect((await deploy(['--back', root]).ended).code).toBe(1);
    expect(existsSync(root)).toBe(false);
  });
});

describe.skipIf(skipped)(`${skipped}a deploy that can’t half happen`, { concurrent: true }, () => {
  const before = { 'index.html': 'Before', 'feed.xml': 'Before', '_astro/a.1.css': 'Before' };
  const after = { 'index.html': 'After', 'feed.xml': 'After', '_astro/b.2.css': 'After' };
  const whole = (read: (name: string) => string) => {
    const page = read('index.html');
    expect(read('feed.xml')).toBe(page);
    expect(read(page === 'Before' ? '_astro/a.1.css' : '_astro/b.2.css')).toBe(page);
    return page;
  };

  it('is whole wherever it is killed, and goes on the next time', async () => {
    const { dist, ahead, root, ...at } = place();
    await at.deploy(before);
    const seen = new Set<string>();
    for (let killed = 1, done = false; !done; killed += 1) {
      expect(killed).toBeLessThan(40);
      const count = join(newFolder(), 'count');
      writeFileSync(count, '0');
      // Each program that is called counts; one of them first ends the shell that called it.
      const counting = (name: string) =>
        `#!/bin/sh\nat=$(($(cat ${count}) + 1)); echo $at > ${count}\n` +
        `[ $at != ${killed} ] || { kill -9 $PPID; exit 9; }\nexec ${programOf(name)} "$@"\n`;
      const names = ['mkdir', 'rsync', 'mv', 'ln', 'rm', 'rmdir'];
      const killing = programs(Object.fromEntries(names.map((name) => [name, counting(name)])));
      const files = { ...after, '.host/root.conf': 'root * "/dist"' };
      const { code } = await at.deploy(files, { ahead: `${killing}:${ahead}` });
      seen.add(`${code === 0 ? 'done' : 'killed'} ${whole(at.read)}`);
      done = code === 0;
      // Left only if deploy itself was killed.
      if (existsSync(join(root, 'lock'))) rmdirSync(join(root, 'lock'));
      if (!done) {
        expect((await at.deploy(before)).code).toBe(0);
        expect(whole(at.read)).toBe('Before');
        expect(at.releases()).not.toContain('next');
      }
    }
    expect(seen).toEqual(new Set(['killed Before', 'killed After', 'done After']));
  });

  it('leads somewhere at every moment', async ({ expect }) => {
    const { root, dist, ahead, read, ...at } = place();
    await at.deploy(before);
    let [deploying, looks] = [true, 0];
    const look = async () => {
      for (; deploying; looks += 1) {
        // Asked once, as a switch may come between two files.
        const release = realpathSync(join(root, 'current'));
        whole((name) => readFileSync(join(release, name), 'utf8'));
        await wait(0);
      }
    };
    const deploys = (async () => {
      for (const files of [after, before, after]) await at.deploy(files);
      deploying = false;
    })();
    await Promise.all([look(), deploys]);
    expect(looks).toBeGreaterThan(50);
  });

  it('is one at a time', async ({ expect }) => {
    const { root, dist, ahead, read, ...at } = place();
    await at.deploy(before);
    const go = join(newFolder(), 'go');
    const slow = programs({
      rsync: `#!/bin/sh\nuntil [ -e ${go} ]; do sleep 0.05; done\nexec ${programOf('rsync')} "$@"\n`,
    });
    fill(dist, after);
    const first = deploy([root, dist], { ahead: `${slow}:${ahead}` });
    while (!existsSync(join(root, 'lock'))) await wait(10);
    for (const words of [
      [root, dist],
      ['--back', root],
    ])
      expect(await deploy(words, { ahead }).ended).toEqual({
        code: 1,
        stdout: '',
        stderr: `Another deploy is running. If it was killed, remove the folder ${root}/lock.\n`,
      });
    expect(read('index.html')).toBe('Before');
    writeFileSync(go, '');
    expect((await first.ended).code).toBe(0);
    expect(read('index.html')).toBe('After');
  });

  it('frees the way when it is ended', async ({ expect }) => {
    const { root, dist, ahead, read, ...at } = place();
    await at.deploy(before);
    const copying = join(newFolder(), 'copying');
    const slow = programs({ rsync: `#!/bin/sh\n: >${copying}\nexec sleep 0.5\n` });
    const { child, ended } = deploy([root, fill(dist, after)], { ahead: `${slow}:${ahead}` });
    while (!existsSync(copying)) await wait(10);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(1);
    expect(read('index.html')).toBe('Before');
    expect((await at.deploy(after)).code).toBe(0);
  });

  it('says so when not all could be copied', async ({ expect }) => {
    const { read, ahead, ...at } = place();
    await at.deploy(before);
    const full = programs({ rsync: '#!/bin/sh\nexit 11\n' });
    const { code, stderr } = await at.deploy(after, { ahead: `${full}:${ahead}` });
    expect([code, stderr]).toEqual([1, 'Some files could not be copied.\n']);
    expect(whole(read)).toBe('Before');
  });
});
