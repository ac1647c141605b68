import type { Lost } from './imported-story.ts';

/** What a clean-up swept out: words that are lost, and counts of what has none. */
export class Sweepings {
  readonly lost: Lost[] = [];
  readonly #counts = new Map<string, number>();

  /** Notes something that was dropped or changed. */
  count(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** Keeps words that have no place in the story, unless there are none. */
  lose(what: string, text: string): void {
    if (text.trim() !== '') this.lost.push({ what, text: text.trim() });
  }

  /** The counts as a sentence; none when nothing was counted. */
  notes(): string[] {
    const counts = [...this.#counts].map(([kind, times]) => `${times} × ${kind}`);
    return counts.length > 0 ? [`The HTML had ${counts.join(', ')}.`] : [];
  }
}
