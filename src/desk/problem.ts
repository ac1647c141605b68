import { visible } from './visible.ts';

/** A place in a text file; lines and columns count from 1, as editors' programs show them. */
export interface Place {
  line: number;
  column: number;
}

/** What is wrong, in one sentence, and how to fix it, in another. */
export interface ProblemText {
  summary: string;
  fix: string;
}

/** Thrown when a value is not valid; says why and what to do. */
export class FixableError extends Error implements ProblemText {
  override name = 'FixableError';
  readonly summary: string;
  readonly fix: string;

  constructor(summary: string, fix: string) {
    super(`${summary} ${fix}`);
    this.summary = summary;
    this.fix = fix;
  }
}

/** A problem at a place in a file of `content/`. */
export interface Problem extends Place, ProblemText {
  /** The file's path from the project’s root, as editors know it. */
  file: string;
  /** The field of the frontmatter that it is about. */
  field?: string;
  /** Whether it is in a draft: then it stops no build, but would without `draft`. */
  isInDraft?: boolean;
}

/** Thrown when the desk refuses the content; carries every problem of every file. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly problems: Problem[];
  /** What an editor should also look at; it does not stop a build. */
  readonly warnings: Problem[];

  constructor(problems: Problem[], warnings: Problem[] = []) {
    const sorted = inOrder(problems);
    super(`${sorted.map(sayProblem).join('\n')}\n\n${countProblems(sorted.length)}`);
    this.problems = sorted;
    this.warnings = warnings;
  }
}

/** Problems sorted by file and place; folder 9 comes before folder 10. */
export function inOrder(problems: Problem[]): Problem[] {
  const order = new Intl.Collator('en', { numeric: true });
  return problems.toSorted(
    (a, b) => order.compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** A problem in two lines, whatever it quotes: place and summary, then the fix. */
export function sayProblem(problem: Problem): string {
  const { line, column } = problem;
  const [file, summary, fix] = [problem.file, problem.summary, problem.fix].map(visible);
  return `${file}:${line}:${column} ${summary}\n    ${fix}`;
}

function countProblems(count: number): string {
  return count === 1 ? '1 problem to fix.' : `${count} problems to fix.`;
}
