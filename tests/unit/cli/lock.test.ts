import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lock } from '../../../src/build/lock.ts';

let [file, other] = ['', ''];
let holder: ChildProcess;
/** What a process that still runs has written of itself. */
let held: { pid: number; started?: string; container?: string };

beforeAll(async () => {
  const sign = join(mkdtempSync(join(tmpdir(), 'holder-')), 'sign');
  const code = `import { lock } from '${join(process.cwd(), 'src/build/lock.ts')}'; lock(['${sign}']); console.log(); setInterval(() => {}, 1000);`;
  holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', code]);
  await once(holder.stdout!, 'data');
  held = JSON.parse(readFileSync(sign, 'utf8')) as typeof held;
});
afterAll(() => holder.kill());
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  [file, other] = [join(folder, 'a/building'), join(folder, 'b/building')];
});
const write = (what: object | string) => {
  lock([file])();
  writeFileSync(file, typeof what === 'string' ? what : JSON.stringify(what));
};

describe('a lock', () => {
  it('is held until it is given back, and leaves nothing', () => {
    const release = lock([file, other]);
    expect([existsSync(file), existsSync(other)]).toEqual([true, true]);
    release();
    expect([existsSync(file), existsSync(other)]).toEqual([false, false]);
  });

  it('is refused while its process runs, with the file and what to do, and nothing else is held', () => {
    write(held);
    expect(() => lock([other, file])).toThrow(
      new RegExp(
        `^Another build is running \\(process ${held.pid}\\)\\. Wait until it ends\\. If there is none, remove the file .*a/building\\.$`,
      ),
    );
    expect(existsSync(other)).toBe(false);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(held);
  });

  it('is refused as it was written until now, by the number alone', () => {
    write(`${held.pid}`);
    expect(() => lock([file])).toThrow('Another build is running');
  });

  it.each([
    ['this one’s own number, as the first in every container', () => ({ pid: process.pid })],
    ['a number that was given to another process since', () => ({ ...held, started: 'before 1' })],
    ['a number of another container', () => ({ ...held, container: 'pid:[1]' })],
    ['a process that has ended', () => ({ ...held, pid: 4_194_304 })],
    ['nobody, as it was cut off', () => ''],
  ])('counts for nothing when it names %s', (_, what) => {
    write(what());
    const release = lock([file]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
    release();
  });

  it.skipIf(!existsSync('/proc/self/stat'))(
    'says since when its process runs, and in which container',
    () => {
      expect(held.started).toMatch(/^[0-9a-f-]{36} \d+$/);
      expect(held.container).toMatch(/^pid:\[\d+\]$/);
    },
  );
});
