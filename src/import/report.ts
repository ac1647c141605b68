import type { Failure } from './failure.ts';
import type { Lost } from './imported-story.ts';
import type { FileNote } from './fetch-file.ts';
import { sayLeading, type LeadingTerm } from './old-lists.ts';
import type { StoryPicture } from './pictures.ts';
import type { Outcome } from './drafts-folder.ts';
import { brief, visible } from './say.ts';
import type { FieldNote } from './story-file.ts';

/** The report on a picture. */
export interface PictureNote extends StoryPicture {
  /** Whether it is saved beside the story, or why not. */
  state: string;
}

/** The report on a story. */
export interface StoryReport {
  kind: 'story';
  /** The file it came in. */
  from: string;
  format: string;
  outcome: Outcome;
  why: string;
  /** The path of the story. */
  path: string;
  fields: FieldNote[];
  pictures: PictureNote[];
  /** The newsroom’s own audio, video and documents that the text links to. */
  files: FileNote[];
  lost: Lost[];
  notes: string[];
  /** Why its sender does not allow publication, or not yet. */
  held?: string;
}

/** What a file contains besides stories, such as pages and menus. */
export interface Aside {
  kind: 'aside';
  from: string;
  lost: Lost[];
}

/** The lists here to which lists of the old site can redirect. */
export interface OldListsReport {
  kind: 'lists';
  from: string;
  terms: LeadingTerm[];
}

/** Any entry of the report. */
export type Report = StoryReport | Failure | Aside | OldListsReport;

/** An entry of the report, for a terminal. */
export function sayReport(report: Report): string {
  if (report.kind === 'failure') {
    const item = report.item === undefined ? '' : `“${brief(visible(report.item))}”: `;
    return `${visible(report.from)}: ${item}${visible(report.summary)}\n    ${visible(report.fix)}`;
  }
  if (report.kind === 'lists') return sayLists(report);
  if (report.kind === 'aside')
    return [`${visible(report.from)}: not stories`, ...sayLost(report.lost)].join('\n');
  const lines = [
    visible(
      `${report.path}: ${report.outcome} (${report.why}), from ${report.from}, ${report.format}`,
    ),
  ];
  if (report.held) lines.push(row('hold', report.held));
  for (const { field, how, value, from } of report.fields) {
    const origin = from === undefined ? '' : ` ← ${brief(from)}`;
    lines.push(
      row(
        how,
        how === 'missing' ? `${field}: write it` : `${field}: ${brief(value ?? '')}${origin}`,
      ),
    );
  }
  for (const { file, address, line, needs, state } of report.pictures) {
    const wants = needs.filter((need) => need !== 'file');
    const rest = wants.length > 0 ? `; write its ${wants.join(', ')}` : '';
    lines.push(
      row(
        'picture',
        `${file}: ${state}${rest}${address || line ? ` ← ${brief(address || (line ?? ''))}` : ''}`,
      ),
    );
  }
  for (const { href, address, state } of report.files)
    lines.push(row('file', `${href}: ${state} ← ${brief(address)}`));
  for (const note of report.notes) lines.push(row('note', note));
  return [...lines, ...sayLost(report.lost)].join('\n');
}

/** Lists: redirects that are already written, and those that an editor has to write. */
function sayLists({ from, terms }: OldListsReport): string {
  const written = terms.filter(({ isWritten }) => isWritten);
  const open = terms.filter(({ isWritten }) => !isWritten);
  return [
    visible(`${from}: old addresses of lists`),
    ...written.map((term) => row('taken', sayLeading(term))),
    ...open.map((term) => row('write', sayLeading(term))),
  ].join('\n');
}

/** Lost words: sentences are quoted on lines of their own; short words of a kind share a line. */
function sayLost(lost: Lost[]): string[] {
  const byKind = Map.groupBy(lost, ({ what }) => what);
  return [...byKind].flatMap(([what, entries]) =>
    entries.every(({ text }) => text.length < 40)
      ? [row('lost', `${what}: ${entries.map(({ text }) => `“${text}”`).join(', ')}`)]
      : entries.map(({ text }) => row('lost', `${what}: “${whole(text)}”`)),
  );
}

const row = (how: string, words: string) => `    ${how.padEnd(8)} ${visible(words)}`;

/** In characters, longer than a comment or a paragraph; --json has all of the text. */
const longest = 2000;

function whole(text: string): string {
  const rest = text.length - longest;
  return rest > 0 ? `${brief(text, longest)} (${rest} more characters, see --json)` : text;
}
