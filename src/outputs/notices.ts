import type { Moment } from '../desk/moment.ts';
import type { Correction } from '../desk/schema/correction.ts';
import type { Language } from '../edition/language.ts';
import type { Story } from '../edition/model.ts';

/** A change of a story, as stated to readers. */
export interface Notice {
  label: string;
  moment: Moment;
  text: string;
}

/**
 * The notices of a story, oldest first: errors and retracted statements above the text, clarifications
 * and updates below it.
 */
export function noticesOf(story: Story, where: 'top' | 'bottom', { words }: Language): Notice[] {
  const labels = words.notices;
  const grave = (kind: Correction['kind']) => kind === 'retraction' || kind === 'correction';
  const notices = story.corrections
    .filter(({ kind }) => grave(kind) === (where === 'top'))
    .map((correction) => ({
      label: labels[correction.kind],
      moment: correction.date,
      text: correction.text,
    }));
  const { updated, updateNote } = story.frontmatter;
  if (where === 'bottom' && updated && updateNote)
    notices.push({ label: labels.update, moment: updated, text: updateNote });
  return notices.sort((a, b) => a.moment.at - b.moment.at);
}
