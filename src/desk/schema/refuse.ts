import type { z } from 'astro/zod';

/** Adds a fault whose problem is a sentence of its own. */
export function refuse(
  context: z.RefinementCtx,
  problem: string,
  mend: string,
  path?: PropertyKey[],
): void {
  context.addIssue({ code: 'custom', message: problem, params: { mend, whole: true }, path });
}
