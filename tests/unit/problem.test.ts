import { expect, it } from 'vitest';
import { ContentError, sayProblem, type Problem } from '../../src/desk/problem.ts';

const problem = (file: string, line: number, column = 1): Problem => ({
  file,
  line,
  column,
  summary: 'One.',
  fix: 'Two.',
});

it('a problem is said as editors’ programs know places, with the fix below', () => {
  expect(sayProblem(problem('content/tags.yaml', 3, 5))).toBe(
    'content/tags.yaml:3:5 One.\n    Two.',
  );
});

it('a refusal tells its problems by file, line and column, 9 before 10', () => {
  const told = [
    problem('a/10.md', 1),
    problem('a/9.md', 10),
    problem('a/9.md', 9, 7),
    problem('a/9.md', 9),
  ];
  const refusal = new ContentError(told);
  expect(refusal.problems).toEqual([told[3], told[2], told[1], told[0]]);
  expect(refusal.message).toBe(
    [
      'a/9.md:9:1 One.\n    Two.',
      'a/9.md:9:7 One.\n    Two.',
      'a/9.md:10:1 One.\n    Two.',
      'a/10.md:1:1 One.\n    Two.',
      '\n4 problems to fix.',
    ].join('\n'),
  );
});

it('a refusal of one problem counts one', () => {
  expect(new ContentError([problem('a.md', 1)]).message).toMatch(/\n\n1 problem to fix\.$/);
});

it('a refusal is known by its name', () => {
  expect(new ContentError([]).name).toBe('ContentError');
});
