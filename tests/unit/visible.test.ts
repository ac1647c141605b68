import { describe, expect, it } from 'vitest';
import { asText } from '../../src/cli/differences.ts';
import { asAnnotations, asJson, asText as asFindings } from '../../src/desk/report.ts';
import { ContentError } from '../../src/desk/problem.ts';
import { visible, visibleJson, visibleLines } from '../../src/desk/visible.ts';
import { sayReport } from '../../src/import/report.ts';
import { run } from './command.ts';
import { contentFolder, story, storyFile } from './content.ts';

// It clears the screen, turns text around, and begins lines that GitHub would take for commands.
const hostile = '\u001b[2J\u202etxt\u2066\u009b\n::error::no\r##[error]no\u2028\u0085\u200f\t';
/** What no message may have: what steers, and what GitHub takes for a command. */
const found = (text: string) =>
  text.match(
    /[^\P{Cc}\n]|\p{Bidi_Control}|[\u2028\u2029]|^\s*::(?!(?:error|warning) file=)|##\[/gmu,
  );

describe('words of the content in a message', () => {
  it('show what nobody would see by its number, on one line', () => {
    expect(visible(hostile)).toBe(
      'U+001B[2JU+202EtxtU+2066U+009BU+000A::error::noU+000D#U+0023[error]noU+2028U+0085U+200FU+0009',
    );
  });

  it('stay as they are in any script, with what joins letters and emoji', () => {
    const words = 'Žene u crnom · Αθήνα · نیم\u200cفاصله · 👩\u200d🚒 – “x” #1 ::';
    expect(visible(words)).toBe(words);
  });

  it('begin no line of many as a command', () => {
    expect(visibleLines('A\n  ::error::x\n\tat b')).toBe('A\n  U+003A:error::x\n    at b');
  });

  it('are as they were to programs, and show nothing in the terminal', () => {
    const json = visibleJson({ hostile });
    expect([found(json), JSON.parse(json)]).toEqual([null, { hostile }]);
  });

  const place = { line: 1, column: 1 };
  const problem = { file: `a${hostile}.md`, ...place, summary: hostile, fix: hostile };
  it.each([
    ['check', asFindings({ problems: [problem], warnings: [problem] })],
    ['check, for programs', asJson({ problems: [problem], warnings: [] })],
    ['check, on GitHub', asAnnotations({ problems: [problem], warnings: [problem] })],
    ['build', new ContentError([problem]).message],
    ['verify', asText([{ address: hostile, what: '', problem: hostile }])],
    [
      'import, of what failed',
      sayReport({ kind: 'failure', from: hostile, summary: hostile, fix: hostile }),
    ],
    [
      'import, of a story',
      sayReport({
        kind: 'story',
        from: hostile,
        format: hostile,
        outcome: 'new',
        why: hostile,
        path: hostile,
        fields: [{ field: hostile, how: 'taken', value: hostile, from: hostile }],
        pictures: [],
        files: [],
        lost: [{ what: hostile, text: hostile }],
        notes: [hostile],
      }),
    ],
  ])('are so in the output of %s', (_, text) => {
    expect(text).toContain('error');
    expect(found(text)).toBeNull();
  });

  it('are so where a command ends with them', async () => {
    const section = '"\\e[2J\\u202Etxt\\n::error::no"';
    const content = contentFolder({ [storyFile]: story({ section }) });
    const { code, stderr } = await run('next-release', [], { CONTENT: content });
    expect(code).toBe(1);
    expect(stderr).toContain('There is no section “U+001B[2JU+202EtxtU+000A::error::no”');
    expect(found(stderr)).toBeNull();
  });
});
