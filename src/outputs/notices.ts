import type { Moment } from '../desk/moment.ts';
import type { Correction } from '../desk/schema/correction.ts';
import type { Article } from '../edition/edition.ts';

/** A change of a story as readers are told of it. */
export interface Notice {
  label: string;
  moment: Moment;
  text: string;
}

const labels: Record<Correction['kind'], string> = {
  retraction: 'Retraction',
  correction: 'Correction',
  'editors-note': 'Editor’s note',
  clarification: 'Clarification',
};

/** The name of a kind of correction. */
export function labelOf({ kind }: Correction): string {
  return labels[kind];
}

/**
 * The notices of a story, oldest first: above the text what was wrong or no longer stands, below it
 * what explains, and what an update changed.
 */
export function noticesOf(article: Article, where: 'top' | 'bottom'): Notice[] {
  const grave = (kind: Correction['kind']) => kind === 'retraction' || kind === 'correction';
  const notices = article.corrections
    .filter(({ kind }) => grave(kind) === (where === 'top'))
    .map((correction) => ({
      label: labelOf(correction),
      moment: correction.date,
      text: correction.text,
    }));
  const { updated, updateNote } = article.front;
  if (where === 'bottom' && updated && updateNote)
    notices.push({ label: 'Update', moment: updated, text: updateNote });
  return notices.sort((a, b) => a.moment.at - b.moment.at);
}
