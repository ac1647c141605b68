import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import sharp from 'sharp';
import { readVocabulary } from '../src/desk/vocabulary.ts';
import { receive } from '../src/import/import-stories.ts';
import type { ImportOptions } from '../src/import/options.ts';
import type { Report, StoryReport } from '../src/import/report.ts';

/** Imports files into a content folder. */
export async function importInto(
  content: string,
  files: string[],
  order: Partial<ImportOptions> = {},
): Promise<Report[]> {
  const vocabulary = readVocabulary(content);
  const reports: Report[] = [];
  for await (const report of receive(files, {
    content,
    vocabulary,
    wishes: {},
    withPictures: false,
    withUpdates: false,
    publicFolder: `${content}/public`,
    ...order,
  }))
    reports.push(report);
  return reports;
}

/** Those entries of a report that are of stories. */
export const storiesIn = (reports: Report[]): StoryReport[] =>
  reports.filter((report) => report.kind === 'story');

/** The file of a story. */
export const storyText = ({ path }: StoryReport) => readFileSync(path, 'utf8');

/** Small pictures by the endings of their names: the desk refuses one that is something else. */
const pictures = new Map<string, Uint8Array>();
for (const [ending, format] of [
  ['.jpg', 'jpeg'],
  ['.webp', 'webp'],
  ['.avif', 'avif'],
] as const) {
  const create = { width: 8, height: 6, channels: 3, background: '#246' } as const;
  pictures.set(ending, await sharp({ create }).toFormat(format).toBuffer());
}

/**
 * Does what the report asks of an editor: fields, pictures and their words.
 * @param picture what to put where a PNG has to be
 */
export function fillIn(report: StoryReport, picture: Uint8Array): void {
  const values: Record<string, string> = {
    headline: 'headline: A headline',
    section: 'section: military',
    tags: 'tags: [kosovo]',
    authors: 'authors: [anthony-barnett]',
    published: 'published: 2021-03-09',
    standfirst: 'standfirst: What happened.',
    updateNote: 'updateNote: What changed.',
  };
  let text = storyText(report);
  for (const { field, how } of report.fields)
    if (how === 'missing') text = text.replace('\ndraft: true', `\n${values[field]}\ndraft: true`);
  for (const { file, needs, isLead } of report.pictures) {
    if (needs.includes('file')) {
      const data = pictures.get(extname(file).toLowerCase()) ?? picture;
      writeFileSync(join(dirname(report.path), file), data);
    }
    const words = { alt: 'What it shows', caption: 'Who and when.', credit: 'Name/AGENCY' };
    const missing = Object.entries(words).filter(([need]) => needs.includes(need));
    if (isLead)
      text = text.replace(
        `image: ${file}`,
        [`image: ${file}`, ...missing.map(([need, word]) => `${need}: ${word}`)].join('\n  '),
      );
    if (needs.includes('alt')) text = text.replace(`![](${file}`, `![What it shows](${file}`);
    text = text.replace(`](${file})`, `](${file} "Who and when. (Name/AGENCY)")`);
  }
  writeFileSync(report.path, text);
}

/** Takes `draft` out, as an editor does to publish a story. */
export function publish(report: StoryReport): void {
  writeFileSync(report.path, storyText(report).replace('\ndraft: true', ''));
}
