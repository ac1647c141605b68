import type { CorrectionComment } from 'schema-dts';
import type { Correction } from '../../desk/schema/correction.ts';
import type { Words } from '../../i18n/en.ts';

/** A correction, in the same words as on the page. */
export function correctionComment(correction: Correction, { notices }: Words) {
  return {
    '@type': 'CorrectionComment',
    name: notices[correction.kind],
    datePublished: correction.date.iso,
    text: correction.text,
  } as const satisfies CorrectionComment;
}
