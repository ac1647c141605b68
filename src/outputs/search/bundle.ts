import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex, type CustomRecord } from 'pagefind';
import { settleOrder } from './settle-order.ts';

/** Of what Pagefind writes, what a browser asks for; the rest is its ready-made pages and their styles. */
const wanted = /^(?:pagefind\.js|pagefind-entry\.json|.*\.pf_meta|filter|fragment|index)$/;

/** Records handed over at once: to wait for the answer to each costs more than the work. */
const handful = 100;

/**
 * Writes what a browser needs to search stories of one language. Several languages in one bundle would
 * share the rules for the endings of words.
 * @param records in the order that is to be always the same
 * @param folder is made
 * @throws {Error} when Pagefind refuses a record or cannot write
 */
export async function writeBundle(records: Iterable<CustomRecord>, folder: string): Promise<void> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind does not start: ${errors.join(' ')}`);
    let hand: ReturnType<typeof index.addCustomRecord>[] = [];
    const give = async () => {
      (await Promise.all(hand)).forEach(check);
      hand = [];
    };
    for (const record of records) {
      hand.push(index.addCustomRecord(record));
      if (hand.length === handful) await give();
    }
    await give();
    check(await index.writeFiles({ outputPath: folder }));
  } finally {
    await close();
  }
  const { wasm } = settleOrder(folder);
  for (const name of readdirSync(folder))
    if (!wanted.test(name) && name !== `wasm.${wasm ?? 'unknown'}.pagefind`)
      rmSync(join(folder, name));
}

function check({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind refuses: ${errors.join(' ')}`);
}

/** The version of Pagefind, which decides what it makes of records. */
export function bundler(): string {
  const { version } = JSON.parse(readFileSync('node_modules/pagefind/package.json', 'utf8')) as {
    version: string;
  };
  return version;
}
