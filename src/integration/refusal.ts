import type { Problem } from '../desk/problem.ts';
import { asDraftNotes } from '../desk/report.ts';

/** Whether an error is for an editor or an operator, who reads in it what to fix. */
export const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && ['ContentError', 'FixableError'].includes(error.name);

/**
 * An error as Astro is to print it: a refusal with what is still to do in drafts, and without a stack, which
 * tells nothing to who has to fix it; anything else as it is.
 */
export function asRefusal(error: unknown): unknown {
  if (!isRefusal(error)) return error;
  const notes = 'warnings' in error ? asDraftNotes(error.warnings as Problem[]) : '';
  const refusal = new Error(notes ? `${error.message}\n\n${notes}` : error.message);
  return Object.assign(refusal, { name: error.name, stack: undefined });
}
