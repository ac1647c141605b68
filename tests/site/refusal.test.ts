import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build, filesOf, home } from '../sites.ts';

const story = 'articles/2021/03/kosovo-sends-troops-to-kuwait/index.md';

async function buildBroken(...changes: [file: string, from: string, to: string][]) {
  const content = mkdtempSync(join(tmpdir(), 'newsroom-'));
  cpSync('content', content, { recursive: true });
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(content, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no “${from}”.`);
    writeFileSync(join(content, file), text.replace(from, to));
  }
  const before = filesOf(home);
  const failure = await build(home.folder, { CONTENT: content }).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  );
  const after = filesOf(home);
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect([...after].every(([path, bytes]) => before.get(path)!.equals(bytes))).toBe(true);
  return failure;
}

it('tells every fault of every file, ends with 1 and leaves the last good build alone', async () => {
  const failure = await buildBroken(
    [story, 'section: military', 'section: militry'],
    [story, '2021-03-09', '2021-02-30'],
    [story, 'The tour lasts', '<b>The</b> tour lasts'],
    ['pages/about.md', 'title:', 'titel:'],
  );
  expect(failure?.code).toBe(1);
  expect(failure?.stderr).toContain(`${story}:5:10 There is no section “militry”.`);
  expect(failure?.stderr).toContain('The nearest one is `military`.');
  expect(failure?.stderr).toContain(`${story}:9:12 “2021-02-30” is not in the calendar.`);
  expect(failure?.stderr).toContain(`${story}:36:1 Raw HTML is not allowed.`);
  expect(failure?.stderr).toContain('pages/about.md:2:1 There is no field `titel`.');
  expect(failure?.stderr).toContain('faults to mend.');
});

it('refuses a link that leads nowhere', async () => {
  const failure = await buildBroken(['pages/about.md', '(/tags/)', '(/tag/)']);
  expect(failure?.code).toBe(1);
  expect(failure?.stderr).toMatch(/pages\/about\.md:\d+:\d+ The link \/tag\/ leads nowhere\./);
});

const sign = '.cache/tests/cache/building';

it('leaves it to another build that is at work', async () => {
  writeFileSync(sign, `${process.pid}`);
  const failure = await buildBroken();
  rmSync(sign);
  expect(failure?.code).toBe(1);
  expect(failure?.stderr).toContain(`Another build is at work (process ${process.pid}).`);
});

it('takes no notice of a build that was killed', async () => {
  writeFileSync(sign, '4194304');
  expect(await buildBroken()).toBeUndefined();
  expect(existsSync(sign)).toBe(false);
});
