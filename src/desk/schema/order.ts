import type { z } from 'astro/zod';
import type { Moment } from '../moment.ts';
import { refuse } from './refuse.ts';

interface Dated {
  published: Moment;
  updated?: Moment | undefined;
  updateNote?: string | undefined;
  corrections?: { date: Moment }[] | undefined;
  expires?: Moment | undefined;
}

/** Checks that the times of a story are in order, and that an update has both its time and its note. */
export function checkOrder(story: Dated, context: z.RefinementCtx): void {
  const { published, updated, updateNote, corrections = [], expires } = story;
  const after = `Write a time after ${published.iso}`;
  if (updated && updated.at < published.at)
    refuse(context, '`updated` is before `published`.', `${after}, or remove \`updated\`.`, [
      'updated',
    ]);
  if (updated && !updateNote)
    refuse(
      context,
      '`updated` is set but `updateNote` is missing.',
      'Add `updateNote:` with a sentence on what changed, or remove `updated` if no reader needs to know.',
      ['updated'],
    );
  if (updateNote && !updated)
    refuse(
      context,
      '`updateNote` is set but `updated` is missing.',
      'Add `updated:` with the time of the change.',
      ['updateNote'],
    );
  corrections.forEach(({ date }, index) => {
    if (date.at < published.at)
      refuse(context, 'The correction is dated before `published`.', `${after}.`, [
        'corrections',
        index,
        'date',
      ]);
  });
  if (expires && expires.at <= published.at)
    refuse(context, '`expires` is not after `published`.', `${after}.`, ['expires']);
}
