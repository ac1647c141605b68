import type { CorrectionComment } from 'schema-dts';
import type { Correction } from '../../desk/schema/correction.ts';
import type { Words } from '../../i18n/en.ts';

/** What had to be put right, in the words in which readers are told. */
export function correctionComment(correction: Correction, { notices }: Words) {
  return {
    '@type': 'CorrectionComment',
    name: notices[correction.kind],
    datePublished: correction.date.iso,
    text: correction.text,
  } as const satisfies CorrectionComment;
}
