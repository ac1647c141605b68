import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readVocabulary } from '../../../src/desk/vocabulary.ts';
import { receive, type Order } from '../../../src/intake/reception.ts';
import type { Report, StoryReport } from '../../../src/intake/report.ts';
import { contentFolder, png } from '../content.ts';

/** The fixture of a name. */
export const fixture = (name: string) => relative('', join(import.meta.dirname, 'fixtures', name));

/** Imports files into a content folder. */
export async function importInto(
  content: string,
  files: string[],
  order: Partial<Order> = {},
): Promise<Report[]> {
  const vocabulary = readVocabulary(content);
  const reports: Report[] = [];
  for await (const report of receive(files, {
    content,
    vocabulary,
    wishes: {},
    withPictures: false,
    ...order,
  }))
    reports.push(report);
  return reports;
}

/** Imports files into a content folder of their own. */
export async function importFresh(files: string[], order: Partial<Order> = {}) {
  const content = contentFolder();
  const reports = await importInto(content, files, order);
  return { content, reports, stories: reports.filter((report) => report.kind === 'story') };
}

/** Writes a file into a content folder's own place for input, and names it. */
export function written(content: string, name: string, data: string | Uint8Array): string {
  const file = join(content, name);
  writeFileSync(file, data);
  return file;
}

/** The file of a story. */
export const storyText = ({ path }: StoryReport) => readFileSync(path, 'utf8');

/** Does what the report asks of an editor: fields, pictures and their words. */
export function fillIn(report: StoryReport): void {
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
    if (needs.includes('file')) writeFileSync(join(dirname(report.path), file), png);
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
