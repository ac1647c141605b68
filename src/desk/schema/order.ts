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

/** What comes later must not stand before what comes earlier. */
export function checkOrder(story: Dated, context: z.RefinementCtx): void {
  const { published, updated, updateNote, corrections = [], expires } = story;
  const after = `Write a moment after ${published.iso}`;
  if (updated && updated.at < published.at)
    refuse(
      context,
      'The story would be updated before it was published.',
      `${after}, or leave \`updated\` out.`,
      ['updated'],
    );
  if (updated && !updateNote)
    refuse(
      context,
      'The update does not say what changed.',
      'Add `updateNote:` with a sentence, or leave `updated` out if no reader needs to know.',
      ['updated'],
    );
  if (updateNote && !updated)
    refuse(
      context,
      'The note of the update has no time.',
      'Add `updated:` with the time of the change.',
      ['updateNote'],
    );
  corrections.forEach(({ date }, index) => {
    if (date.at < published.at)
      refuse(context, 'The correction would come before the story.', `${after}.`, [
        'corrections',
        index,
        'date',
      ]);
  });
  if (expires && expires.at <= published.at)
    refuse(context, 'The story would be taken down before it was published.', `${after}.`, [
      'expires',
    ]);
}
