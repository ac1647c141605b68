import type { Lost } from './imported-story.ts';

/** What a clean-up removed: lost words, and counts of what has no words. */
export class Sweepings {
  readonly lost: Lost[] = [];
  readonly #counts = new Map<string, number>();

  /** Counts something that was removed or changed. */
  count(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** Reports words that have no place in the story, if there are any. */
  lose(what: string, text: string): void {
    if (text.trim() !== '') this.lost.push({ what, text: text.trim() });
  }

  /** The counts as a sentence; empty if nothing was counted. */
  notes(): string[] {
    const counts = [...this.#counts].map(([kind, times]) => `${times} × ${kind}`);
    return counts.length > 0 ? [`The HTML had ${counts.join(', ')}.`] : [];
  }
}
