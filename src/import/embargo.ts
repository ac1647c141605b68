import type { ImportedStory } from './imported-story.ts';
import { millisecondsOf, momentOf } from './moment-of.ts';

/** What a sender says about whether and when an item may be published. */
export interface Release {
  /** The embargoes, with times as the source writes them; a time is empty if the source gives none. */
  embargoes: { what: string; time: string }[];
  /** IPTC’s publishing status, `usable`, `withheld` or `canceled`; empty if none is given. */
  status: string;
}

/**
 * Sets when a story may be published: never before its embargo ends, and not at all if its sender withholds
 * it without a date or has canceled it. Then it has no `published`, and the check asks for it.
 */
export function settleRelease(imported: ImportedStory, { embargoes, status }: Release): void {
  for (const embargo of embargoes)
    if (momentOf(embargo.time) !== '') settleEmbargo(imported, embargo);
  const endless = embargoes.find(({ time }) => momentOf(time) === '');
  if (endless) {
    const said = endless.time.trim() ? ` (“${endless.time.trim()}”)` : '';
    hold(imported, `It is under an embargo without a time${said}: ${waits}`);
  }
  const word = status.replace(/^.*:/, '').toLowerCase();
  if (word === '' || word === 'usable') return;
  imported.notes.unshift(`Its sender marks it “${word}”.`);
  // The newsroom’s own wire sends a retraction with its text.
  if (imported.corrections.some(({ kind }) => kind === 'retraction')) return;
  if (/^cancell?ed$/.test(word)) hold(imported, 'Its sender has canceled it: do not publish it.');
  else hold(imported, `Its sender withholds it: ${waits}`);
}

const waits = 'write `published` only when it is released.';

function settleEmbargo(
  imported: ImportedStory,
  { what, time }: Release['embargoes'][number],
): void {
  const end = momentOf(time);
  const { published, updated } = imported;
  const early = published ? millisecondsOf(end) - millisecondsOf(published.value) : 1;
  if (early < 0)
    imported.lost.push({ what: `${what} that ended before it was created`, text: time });
  if (early <= 0) return;
  const hasZone = end.endsWith('Z');
  imported.held = `It may not be published before ${end} (its ${what}); \`published\` is set to that time.`;
  if (!hasZone) imported.held += ' No time zone was given, so the newsroom’s is used.';
  if (published) imported.lost.push({ what: 'created', text: published.value });
  imported.published = { value: end, how: hasZone ? 'taken' : 'guessed', from: `${what}, ${time}` };
  if (!updated || millisecondsOf(updated.value) > millisecondsOf(end)) return;
  // A change before publication is not an update for readers.
  imported.lost.push({ what: 'changed before it was published', text: updated.value });
  if (imported.updateNote)
    imported.lost.push({ what: 'note on that change', text: imported.updateNote.value });
  delete imported.updated;
  delete imported.updateNote;
}

function hold(imported: ImportedStory, why: string): void {
  imported.held = why;
  if (imported.published)
    imported.lost.push({ what: 'its publication time', text: imported.published.value });
  delete imported.published;
}
