import type { z } from 'astro/zod';

/** Adds a problem whose summary is a whole sentence. */
export function refuse(
  context: z.RefinementCtx,
  summary: string,
  fix: string,
  path?: PropertyKey[],
): void {
  context.addIssue({ code: 'custom', message: summary, params: { fix, whole: true }, path });
}
