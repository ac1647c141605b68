import { readFileSync } from 'node:fs';
import { close, createIndex, type CustomRecord, type PagefindIndex } from 'pagefind';
import type { Files } from './files.ts';

/** Records handed over at once: to wait for the answer to each costs more than the work. */
const handful = 100;

/**
 * Every file that Pagefind makes of records of one language; several would share the rules for the
 * endings of words. Its process ends with that, and gives its memory back.
 * @param records in the order in which they are to be numbered
 * @throws {Error} when Pagefind refuses a record
 */
export async function indexOf(records: Iterable<CustomRecord>): Promise<Files> {
  try {
    const index = checked(await createIndex()).index!;
    let hand: ReturnType<PagefindIndex['addCustomRecord']>[] = [];
    const give = async () => {
      (await Promise.all(hand)).forEach(checked);
      hand = [];
    };
    for (const record of records) {
      hand.push(index.addCustomRecord(record));
      if (hand.length === handful) await give();
    }
    await give();
    // Its own writeFiles() says that it is done before the files have their bytes.
    const { files } = checked(await index.getFiles());
    return new Map(files.map(({ path, content }) => [path, content]));
  } finally {
    await close();
  }
}

function checked<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind refuses: ${answer.errors.join(' ')}`);
  return answer;
}

/** The version of Pagefind, which decides what it makes of records. */
export function pagefindVersion(): string {
  const { version } = JSON.parse(readFileSync('node_modules/pagefind/package.json', 'utf8')) as {
    version: string;
  };
  return version;
}
