import { readFileSync } from 'node:fs';
import { close, createIndex, type CustomRecord, type PagefindIndex } from 'pagefind';
import { gunzipSync, gzipSync } from 'node:zlib';
import { signature, type Files } from './files.ts';
import { normalizeWords } from './normalize.ts';

/** Records handed over at once: to wait for the answer to each costs more than the work. */
const handful = 100;

/**
 * Every file that Pagefind makes of records of one language; several would share the rules for the
 * endings of words. Its process ends with that, and gives its memory back. The records are searched by
 * their words as normalizeWords() has them, and shown as they are written.
 * @param records in the order in which they are to be numbered
 * @throws {Error} when Pagefind refuses a record
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
    // Its own writeFiles() says that it is done before the files have their bytes.
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
 * What the browser is told of a story, with its words as they are written. Pagefind finds a word in a
 * text by counting spaces, and each word is one still. Where it has put spaces into a text, as between
 * the words of Chinese, its own stays.
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

/** The version of Pagefind, which decides what it makes of records. */
export function pagefindVersion(): string {
  const { version } = JSON.parse(readFileSync('node_modules/pagefind/package.json', 'utf8')) as {
    version: string;
  };
  return version;
}
