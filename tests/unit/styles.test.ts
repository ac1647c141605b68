import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Where styles for paper are nested in a rule, or rules in styles for paper: `file: line`. */
function nestedForPaper(name: string, text: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const begun = /^\s*(.*)\{$/.exec(line)?.[1]?.trim();
    const rules = open.filter((one) => !one.startsWith('@'));
    if (begun !== undefined) {
      const isOfPaper = [...open, begun].some((one) => /^@media.*\bprint\b/.test(one));
      // The settings of a sheet are no style of an element.
      const isRule = !begun.startsWith('@') || /\bprint\b/.test(begun);
      if (isOfPaper && isRule && rules.length > 0) found.push(`${name}:${at + 1}`);
      open.push(begun);
    } else if (/^\s*\}$/.test(line)) open.pop();
  }
  return found;
}

it('nests no styles for paper, which WebKit leaves out when it prints', () => {
  const files = readdirSync('src/styles').map((name) => join('src/styles', name));
  const found = files.flatMap((name) => nestedForPaper(name, readFileSync(name, 'utf8')));
  expect(files.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});

it('sees them nested either way', () => {
  const either = [
    '.a {\n  @media print {\n    color: red;\n  }\n}',
    '@media print {\n  .a {\n    & b {\n      color: red;\n    }\n  }\n}',
    '@layer x {\n  @media print {\n    .a {\n      color: red;\n    }\n  }\n}',
  ];
  expect(either.map((text) => nestedForPaper('x', text).length)).toEqual([1, 1, 0]);
});
