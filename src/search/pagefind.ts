import { readFileSync } from 'node:fs';
import { close, createIndex, type CustomRecord, type PagefindIndex } from 'pagefind';
import { gunzipSync, gzipSync } from 'node:zlib';
import { signature, type Files } from './files.ts';
import { normalizeWords } from './normalize.ts';
import { inProject } from '../files/project.ts';

/** Records per batch: waiting for an answer to each record takes longer than the work. */
const handful = 100;

/**
 * Creates all Pagefind files for the records of one language; several languages would share one stemmer.
 * Pagefind’s process ends afterwards and frees its memory. The records are searched by their words after
 * normalizeWords() and displayed as written.
 * @param records in the order of their numbers
 * @throws {Error} if Pagefind rejects a record
 */
export async function indexOf(records: Iterable<CustomRecord>): Promise<Files> {
  try {
    const index = checked(await createIndex()).index!;
    let hand: ReturnType<PagefindIndex['addCustomRecord']>[] = [];
    const written = new Map<string, CustomRecord>();
    const give = async () => {
      (await Promise.all(hand)).forEach(checked);
      hand = [];
    };
    for (const record of records) {
      const searched = normalized(record);
      if (isOther(searched, record)) written.set(record.url, record);
      hand.push(index.addCustomRecord(searched));
      if (hand.length === handful) await give();
    }
    await give();
    // Pagefind’s own writeFiles() returns before the files are complete.
    const { files } = checked(await index.getFiles());
    return new Map(
      files.map(({ path, content }) => [
        path,
        path.startsWith('fragment/') ? asWritten(content, written) : content,
      ]),
    );
  } finally {
    await close();
  }
}

function normalized(record: CustomRecord): CustomRecord {
  const words = (text: string) => normalizeWords(text, record.language);
  const meta = Object.entries(record.meta ?? {}).map(([name, text]) => [name, words(text)]);
  return { ...record, content: words(record.content), meta: Object.fromEntries(meta) };
}

const isOther = (one: CustomRecord, other: CustomRecord): boolean =>
  one.content !== other.content || JSON.stringify(one.meta) !== JSON.stringify(other.meta);

/**
 * The data of a story for the browser, with words as written. Pagefind locates a word in a text by
 * counting spaces, so normalized and written words must correspond. Where Pagefind inserted spaces, as
 * between Chinese words, its own text stays.
 */
function asWritten(fragment: Uint8Array, records: Map<string, CustomRecord>): Uint8Array {
  const text = gunzipSync(fragment).subarray(signature.length).toString();
  const told = JSON.parse(text) as Pick<CustomRecord, 'url' | 'content' | 'meta'>;
  const record = records.get(told.url);
  if (!record || told.content !== normalizeWords(record.content, record.language)) return fragment;
  const { content, meta } = record;
  return gzipSync(
    Buffer.concat([signature, Buffer.from(JSON.stringify({ ...told, content, meta }))]),
  );
}

function checked<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind refuses: ${answer.errors.join(' ')}`);
  return answer;
}

/** The version of Pagefind, which affects the index. */
export function pagefindVersion(): string {
  const { version } = JSON.parse(
    readFileSync(inProject('node_modules/pagefind/package.json'), 'utf8'),
  ) as {
    version: string;
  };
  return version;
}
