import { expect, it } from 'vitest';
import { Refusal, sayFault, type Fault } from '../../src/desk/fault.ts';

const fault = (file: string, line: number, column = 1): Fault => ({
  file,
  line,
  column,
  problem: 'One.',
  mend: 'Two.',
});

it('a fault is said as editors’ programs know places, with the mend below', () => {
  expect(sayFault(fault('content/tags.yaml', 3, 5))).toBe('content/tags.yaml:3:5 One.\n    Two.');
});

it('a refusal tells its faults by file, line and column, 9 before 10', () => {
  const told = [
    fault('a/10.md', 1),
    fault('a/9.md', 10),
    fault('a/9.md', 9, 7),
    fault('a/9.md', 9),
  ];
  const refusal = new Refusal(told);
  expect(refusal.faults).toEqual([told[3], told[2], told[1], told[0]]);
  expect(refusal.message).toBe(
    [
      'a/9.md:9:1 One.\n    Two.',
      'a/9.md:9:7 One.\n    Two.',
      'a/9.md:10:1 One.\n    Two.',
      'a/10.md:1:1 One.\n    Two.',
      '\n4 faults to mend.',
    ].join('\n'),
  );
});

it('a refusal of one fault counts one', () => {
  expect(new Refusal([fault('a.md', 1)]).message).toMatch(/\n\n1 fault to mend\.$/);
});

it('a refusal is known by its name', () => {
  expect(new Refusal([]).name).toBe('Refusal');
});
