import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex, type CustomRecord, type PagefindIndex } from 'pagefind';
import { settleOrder } from './settle-order.ts';

/** Records handed over at once: to wait for the answer to each costs more than the work. */
const handful = 100;

/**
 * Writes what a browser needs to search stories of one language. Several languages in one bundle would
 * share the rules for the endings of words.
 * @param records in the order that is to be always the same
 * @param folder is made
 * @throws {Error} when Pagefind refuses a record
 */
export async function writeBundle(records: Iterable<CustomRecord>, folder: string): Promise<void> {
  for (const [path, bytes] of settleOrder(await bundleOf(records))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Every file that Pagefind makes of records, by its path. */
async function bundleOf(records: Iterable<CustomRecord>): Promise<Map<string, Uint8Array>> {
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
export function bundler(): string {
  const { version } = JSON.parse(readFileSync('node_modules/pagefind/package.json', 'utf8')) as {
    version: string;
  };
  return version;
}
