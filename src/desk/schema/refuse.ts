import type { z } from 'astro/zod';

/** Adds a problem whose problem is a sentence of its own. */
export function refuse(
  context: z.RefinementCtx,
  summary: string,
  fix: string,
  path?: PropertyKey[],
): void {
  context.addIssue({ code: 'custom', message: summary, params: { fix, whole: true }, path });
}
