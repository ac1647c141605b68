import { visible } from './visible.ts';

/** A place in a text file; lines and columns count from 1, as editors' programs show them. */
export interface Place {
  line: number;
  column: number;
}

/** What is wrong, in one sentence, and how to mend it, in another. */
export interface Complaint {
  problem: string;
  mend: string;
}

/** Thrown where something cannot be read for what it should be; says why and what to do. */
export class Objection extends Error implements Complaint {
  override name = 'Objection';
  readonly problem: string;
  readonly mend: string;

  constructor(problem: string, mend: string) {
    super(`${problem} ${mend}`);
    this.problem = problem;
    this.mend = mend;
  }
}

/** A complaint about a place in a file of `content/`. */
export interface Fault extends Place, Complaint {
  /** The file's path as the editor knows it, from the folder where the command runs. */
  file: string;
  /** The field of the frontmatter that it is about. */
  field?: string;
  /** Whether it stands in a draft: then it stops no build, but would without `draft`. */
  isInDraft?: boolean;
}

/** Thrown when the desk refuses the content; carries every fault of every file. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly faults: Fault[];
  /** What an editor should look at besides; nothing is refused for it. */
  readonly warnings: Fault[];

  constructor(faults: Fault[], warnings: Fault[] = []) {
    const sorted = inOrder(faults);
    super(`${sorted.map(sayFault).join('\n')}\n\n${countFaults(sorted.length)}`);
    this.faults = sorted;
    this.warnings = warnings;
  }
}

/** Faults by file and place; the ninth folder comes before the tenth. */
export function inOrder(faults: Fault[]): Fault[] {
  const order = new Intl.Collator('en', { numeric: true });
  return faults.toSorted(
    (a, b) => order.compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** A fault as two lines, whatever it quotes: place and problem, then the mend. */
export function sayFault(fault: Fault): string {
  const { line, column } = fault;
  const [file, problem, mend] = [fault.file, fault.problem, fault.mend].map(visible);
  return `${file}:${line}:${column} ${problem}\n    ${mend}`;
}

function countFaults(count: number): string {
  return count === 1 ? '1 fault to mend.' : `${count} faults to mend.`;
}
