import type { Nodes, Parents } from 'mdast';
import type { Place } from './problem.ts';

/** Reports what is wrong with a node and how to fix it. */
export type Report = (node: { position?: Nodes['position'] }, summary: string, fix: string) => void;

/** Where a node begins. */
export function placeOf({ position }: { position?: Nodes['position'] }): Place {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

/** The surroundings of a node in the text. */
export interface Around {
  parent: Parents | undefined;
  /** The whole Markdown, and its lines. */
  source: string;
  lines: string[];
  report: Report;
}
