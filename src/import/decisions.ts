import { sayLeading } from './old-lists.ts';
import type { Report, StoryReport } from './report.ts';
import { brief, visible } from './say.ts';

/** A decision that an editor has to make: its stories, and the names that it is about. */
interface Decision {
  what: string;
  fix: string;
  stories: Set<string>;
  /** Names in the source, such as unknown tags, with the number of stories for each. */
  names: Map<string, number>;
}

/** What to do about lost words, by what they are. */
const ofLost: Record<string, [what: string, fix: string]> = {
  'unknown tag': [
    'unknown tags',
    'Import again with --add-tags to add all of them to tags.yaml, or add the ones you want by hand.',
  ],
  'section not used': [
    'sections of the source that do not exist here',
    'Add sections with these names to sections.yaml, or tags to tags.yaml, or choose one section with --section KEY.',
  ],
  'unknown author': [
    'unknown authors',
    'Add files with these names to authors/, or choose one author with --author KEY, and import again.',
  ],
  'unknown series': ['unknown series', 'Add them to series.yaml and import again.'],
};

/** If a field is missing because the vocabulary lacks a name, the decision is about that name. */
const missingFor: Record<string, string> = {
  section: 'section not used',
  tags: 'unknown tag',
  authors: 'unknown author',
};

const ofMissing: Record<string, string> = {
  section: 'Add the sections of the source to sections.yaml, or choose one with --section KEY.',
  tags: 'Add tags to tags.yaml, by hand or with --add-tags, or write `tags` in each.',
  authors: 'Add the authors to authors/, or choose one with --author KEY.',
  published: 'Write when each was published, or is to be published.',
};

/** Collects what an editor has to do after an import, so that one decision can fix many stories. */
export class Decisions {
  readonly #outcomes = new Map<string, number>();
  readonly #decisions = new Map<string, Decision>();
  #failures = 0;
  /** What an editor has to write to redirect old addresses of lists. */
  readonly #leading: string[] = [];

  /** Adds an entry of the report. */
  note(report: Report): void {
    if (report.kind === 'failure') this.#failures += 1;
    if (report.kind === 'lists')
      this.#leading.push(...report.terms.filter(({ isWritten }) => !isWritten).map(sayLeading));
    if (report.kind !== 'story') return;
    this.#outcomes.set(report.outcome, (this.#outcomes.get(report.outcome) ?? 0) + 1);
    if (report.held) this.#add(report, held, 'Check when each may be published.');
    if (report.outcome === 'left alone')
      this.#add(
        report,
        `left alone: ${report.why.replace(/^moved to \S+/, 'moved')}`,
        'Check what is new.',
      );
    for (const { what, text } of report.lost) {
      const [name, fix] = ofLost[what] ?? [];
      if (name && fix) this.#add(report, name, fix, text);
    }
    const lost = new Set(report.lost.map(({ what }) => what));
    for (const { field, how } of report.fields)
      if (how === 'missing' && !lost.has(missingFor[field] ?? ''))
        this.#add(report, `no ${field}`, ofMissing[field] ?? `Write \`${field}\` in each.`);
    for (const { needs, state } of report.pictures) {
      if (!state.startsWith('saved')) this.#add(report, 'pictures without a file', filesAdvice);
      for (const need of needs.filter((one) => one !== 'file'))
        this.#add(report, `pictures without ${need}`, `Write the ${need} of each.`);
    }
  }

  #add({ path }: StoryReport, what: string, fix: string, name?: string): void {
    const decision = this.#decisions.get(what) ?? {
      what,
      fix,
      stories: new Set(),
      names: new Map<string, number>(),
    };
    decision.stories.add(path);
    if (name !== undefined) decision.names.set(name, (decision.names.get(name) ?? 0) + 1);
    this.#decisions.set(what, decision);
  }

  /**
   * Says how many stories there are and what is still to do; what affects most stories comes first.
   * @param isWhole whether to list every name and story of each decision, or only some
   */
  say(isWhole: boolean): string {
    const count = [...this.#outcomes.values()].reduce((sum, one) => sum + one, 0);
    const outcomes = [...this.#outcomes].map(([outcome, times]) => `${times} ${outcome}`);
    const lines = [`${many(count, 'story', 'stories')}: ${outcomes.join(', ') || 'none'}.`];
    if (this.#failures > 0)
      lines.push(`${many(this.#failures, 'item', 'items')} could not be imported, see above.`);
    const isHeld = ({ what }: Decision) => Number(what === held);
    const all = [...this.#decisions.values()].toSorted(
      (a, b) => isHeld(b) - isHeld(a) || b.stories.size - a.stories.size,
    );
    if (all.length > 0) lines.push('', 'Still to do:');
    for (const { what, fix, stories, names } of all) {
      lines.push('', `${many(stories.size, 'story', 'stories')}: ${what}`, `    ${fix}`);
      const found = [...names].toSorted((a, b) => b[1] - a[1]);
      const said = found.map(([name, times]) => `${brief(visible(name))} (${times})`);
      const entries = said.length > 0 ? said : [...stories];
      const longest = isWhole ? entries.length : said.length > 0 ? 10 : 3;
      for (const entry of entries.slice(0, longest)) lines.push(`    - ${entry}`);
      if (entries.length > longest) lines.push(`    and ${entries.length - longest} more`);
    }
    if (this.#leading.length > 0) lines.push('', 'To redirect old addresses of lists, write:');
    const shown = isWhole ? this.#leading : this.#leading.slice(0, 10);
    for (const line of shown) lines.push(`    - ${visible(line)}`);
    if (this.#leading.length > shown.length)
      lines.push(`    and ${this.#leading.length - shown.length} more`);
    return lines.join('\n');
  }
}

/** What senders hold back comes first, even if it is little. */
const held = 'held back by their sender';

const filesAdvice = 'Import again with --pictures, or put each file beside its story.';

const many = (count: number, one: string, several: string) =>
  `${count} ${count === 1 ? one : several}`;
