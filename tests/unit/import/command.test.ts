import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../sources.ts';
import { contentFolder } from '../content.ts';

/** Runs the command on a content folder of its own. */
function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/import.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT: contentFolder() },
  });
  return { status, stdout, stderr };
}

describe('npm run import', () => {
  it('ends with 0 when all was imported, and tells field by field', () => {
    const { status, stdout, stderr } = run(sourceFile('copied-story.txt'), '--section', 'culture');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('\n    taken    section: culture ← --section\n');
    expect(stdout).toContain('\n    taken    dateline: LOWPORT, Kosovo ← LOWPORT, Kosovo (AP) —\n');
    expect(stdout).toContain('\n    picture  picture-1.jpg: missing');
    expect(stdout).toContain('\n    lost     unknown tag: “NightFerry”\n');
  });

  it('ends with 1 when something could not be, and imports the rest', () => {
    const { status, stdout, stderr } = run('no-such-file', sourceFile('atom.xml'), '--json');
    const reports = JSON.parse(stdout) as { kind: string }[];
    expect([status, stderr]).toEqual([1, '']);
    expect(reports.map(({ kind }) => kind)).toEqual(['failure', 'story']);
  });

  it.each([[['--nonsense']], [[]], [['x', '--section', 'militry']], [['x', '--author', 'nobody']]])(
    'ends with 2 when it was not understood: %s',
    (words) => {
      const { status, stdout, stderr } = run(...words);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^.+\nAdd --help for usage\.\n$/);
    },
  );

  it('lets another import wait that would not know of its stories', async () => {
    const content = contentFolder();
    const items = Array.from(
      { length: 200 },
      (_, n) =>
        `<item><guid>urn:x:${n}</guid><title>Story ${n}</title><description>It.</description></item>`,
    );
    const file = join(content, 'f.xml');
    writeFileSync(file, `<rss version="2.0"><channel>${items.join('')}</channel></rss>`);
    const env = { ...process.env, CONTENT: content };
    const first = spawn(process.execPath, ['src/cli/import.ts', file, '--json'], { env });
    await once(first.stdout, 'data');
    const second = spawnSync(process.execPath, ['src/cli/import.ts', file], {
      encoding: 'utf8',
      env,
    });
    // Unread output would keep the first from going on.
    first.stdout.resume();
    const [code] = (await once(first, 'exit')) as [number];
    expect([code, second.status, second.stdout]).toEqual([0, 1, '']);
    expect(second.stderr).toMatch(
      /^\nAnother import is running \(process \d+\)\. Wait until it ends\./,
    );
    expect(readFileSync(join(content, 'imports.lock'), 'utf8').split('\n')).toHaveLength(201);
    expect(readdirSync(join(content, 'articles/undated'))).toHaveLength(200);
    expect(existsSync(join(content, '.importing'))).toBe(false);
  });

  it('adds tags, writes what stories wait for into a file, and says it at its end', () => {
    const content = contentFolder();
    const report = join(content, 'report.txt');
    const { status, stdout } = spawnSync(
      process.execPath,
      ['src/cli/import.ts', sourceFile('copied-story.txt'), sourceFile('atom.xml')].concat(
        '--add-tags',
        '--report',
        report,
      ),
      { encoding: 'utf8', env: { ...process.env, CONTENT: content } },
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/\n2 stories: 2 new\.\n\nStill to do:\n/);
    expect(readFileSync(report, 'utf8')).toMatch(/^2 stories: 2 new\.\n/);
    expect(readFileSync(join(content, 'tags.yaml'), 'utf8')).toContain('name: NightFerry\n');
  });

  it('prints its usage', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm run import .*--into FOLDER.*\nExits with 0 /s);
  });
});
