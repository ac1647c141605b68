import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportOptions } from '../../../src/import/options.ts';
import { importInto, storiesIn } from '../../imported.ts';
import { contentFolder } from '../content.ts';

/** Imports files into a content folder of their own. */
export async function importFresh(files: string[], order: Partial<ImportOptions> = {}) {
  const content = contentFolder();
  const reports = await importInto(content, files, order);
  return { content, reports, stories: storiesIn(reports) };
}

/** Writes a file into a content folder's own place for input, and names it. */
export function written(content: string, name: string, data: string | Uint8Array): string {
  const file = join(content, name);
  writeFileSync(file, data);
  return file;
}
