import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

const folder = 'src/cli/schedule';
const isThere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

describe.skipIf(!isThere('flock'))('a scheduler on an own server', () => {
  let bin = '';
  const at = (name: string) => join(bin, name);
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'schedule-'));
    const program = (name: string, text: string) =>
      writeFileSync(at(name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    program('date', 'cat "$BIN/now"');
    // Tells what comes next from the moment that it is asked for, as the newsroom does.
    program(
      'npm',
      `shift 2
case $1 in
  next-release) [ "$NEWSROOM_CLOCK" \\< 2026-11-23T12:01:00Z ] && echo 2026-11-23T12:01:00.000Z || : ;;
  *) [ ! -e "$BIN/fails.$1" ] && echo "$*" >> "$BIN/called" ;;
esac`,
    );
  });

  /** Calls the script at a time of the day, and tells what it called. */
  function publish(
    time: string,
    ...words: string[]
  ): SpawnSyncReturns<string> & { called: string[] } {
    writeFileSync(at('now'), time);
    const env = {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      BIN: bin,
      CACHE: at('cache'),
    };
    const script = resolve(folder, 'publish-due.sh');
    const ended = spawnSync('sh', [script, ...words], { env, cwd: tmpdir(), encoding: 'utf8' });
    const called = existsSync(at('called'))
      ? readFileSync(at('called'), 'utf8').trim().split('\n')
      : [];
    rmSync(at('called'), { force: true });
    return { ...ended, called };
  }
  const all = ['build -- --record', 'deploy -- /srv/news', 'ping'];

  it('publishes the first time, what has come due, and once a day, and else nothing', () => {
    const calls = [
      ['2026-11-23T11:00:00Z', all],
      ['2026-11-23T12:00:59Z', []],
      ['2026-11-23T12:01:00Z', all],
      ['2026-11-23T23:55:00Z', []],
      ['2026-11-24T00:00:00Z', all],
      ['2026-11-24T00:05:00Z', []],
    ] as const;
    for (const [time, expected] of calls) {
      const { status, stdout, stderr, called } = publish(time, '/srv/news');
      expect([time, status, stdout, stderr, called]).toEqual([time, 0, '', '', expected]);
    }
    expect(publish('2026-11-24T00:06:00Z', '/srv/news', '--now').called).toEqual(all);
  });

  it('tries again when it could not publish, and tells nobody of what is not there', () => {
    writeFileSync(at('fails.deploy'), '');
    const { status, called } = publish('2026-11-23T11:00:00Z', '/srv/news');
    expect([status, called]).toEqual([1, all.slice(0, 1)]);
    rmSync(at('fails.deploy'));
    expect(publish('2026-11-23T11:05:00Z', '/srv/news').called).toEqual(all);
  });

  it('never publishes twice at once', () => {
    publish('2026-11-23T11:00:00Z', '/srv/news');
    const held = (...words: string[]) => {
      const script = `flock ${at('cache')}/publishing sh ${resolve(folder, 'publish-due.sh')} ${words.join(' ')}`;
      const env = {
        ...process.env,
        PATH: `${bin}:${process.env.PATH}`,
        BIN: bin,
        CACHE: at('cache'),
      };
      return spawnSync('sh', ['-c', script], { env, encoding: 'utf8' });
    };
    writeFileSync(at('now'), '2026-11-24T11:00:00Z');
    expect(held('/srv/news')).toMatchObject({ status: 0, stderr: '' });
    expect(held('/srv/news', '--now')).toMatchObject({
      status: 1,
      stderr: 'It is publishing already. Call it again when that has ended.\n',
    });
    expect(existsSync(at('called'))).toBe(false);
  });

  it.each([
    [[], 'Give a folder, or a folder on a server, such as USER@HOST:/srv/news.'],
    [['/srv/news', '--nwo'], 'There is no flag --nwo. Those that there are: --now, --help.'],
    [['/srv/news', 'more'], 'Give one folder.'],
  ])('says what it was called wrongly for: %j', (words, summary) => {
    const { status, stderr, called } = publish('2026-11-23T11:00:00Z', ...words);
    expect([status, stderr, called]).toEqual([2, `${summary}\nAdd --help for usage.\n`, []]);
  });
});

describe('what has systemd and cron call it', () => {
  const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

  it.skipIf(!isThere('systemd-analyze'))('is what systemd can read', () => {
    const units = ['newsroom.service', 'newsroom.timer'].map((name) => resolve(folder, name));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...units], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('names a script that is there, in the same place, and a line that cron can read', () => {
    const call = /\/bin\/sh \/srv\/newsroom\/(\S+) \/srv\/news$/m;
    for (const name of ['newsroom.service', 'newsroom.cron'])
      expect(existsSync(call.exec(textOf(name))![1]!)).toBe(true);
    expect(textOf('newsroom.cron')).toMatch(/^\*\/5 \* \* \* \* newsroom \/bin\/sh .*\n$/m);
  });
});
