import type { CorrectionComment } from 'schema-dts';
import type { Correction } from '../../desk/schema/correction.ts';
import { labelOf } from '../notices.ts';

/** What had to be put right, in the words in which readers are told. */
export function correctionComment(correction: Correction) {
  return {
    '@type': 'CorrectionComment',
    name: labelOf(correction),
    datePublished: correction.date.iso,
    text: correction.text,
  } as const satisfies CorrectionComment;
}
