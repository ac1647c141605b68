import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { sourceFile } from '../../sources.ts';
import { contentFolder } from '../content.ts';

vi.setConfig({ testTimeout: 60_000 });

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
    expect(stdout).toContain('\n    picture  picture-1.jpg: not here yet');
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
      expect(stderr).toMatch(/^.+\nAdd --help to see how it is used\.\n$/);
    },
  );

  it('prints its usage', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm run import .*--into FOLDER.*\nEnds with 0 /s);
  });
});
