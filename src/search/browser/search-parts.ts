/**
 * Merges the index parts of several shards. Pagefind does not know about shards and keeps only the last
 * data that it read for a word. So each part is extended with all earlier data for its words.
 *
 * A part is CBOR (RFC 8949): for each word its stories and, if the word has spellings with other marks,
 * these spellings with their stories (Pagefind’s src/index/index_words.rs). Here the stories of each
 * shard become one more spelling, the one without marks.
 */
export function partJoiner(): (part: Uint8Array, before: number) => Uint8Array<ArrayBuffer> {
  /** The spellings of each word with their stories, by shard. */
  const known = new Map<string, Map<number, Uint8Array[]>>();
  return (part, before) => {
    // Skips the header of the outer list.
    const words = part.subarray(signature.length + 1);
    const joined = itemsOf(words).map((item) => {
      const [word, stories, others] = itemsOf(item);
      const forms = [[word!, stories!], ...itemsOf(others!).map(itemsOf)];
      const key = String(word);
      const shards = known.get(key) ?? new Map<number, Uint8Array[]>();
      known.set(key, shards);
      shards.set(
        before,
        forms.map(([form, stories]) => listOf([form!, countedFrom(before, stories!)])),
      );
      return listOf([word!, listOf([]), listOf([...shards.values()].flat())]);
    });
    return joinBytes([signature, listOf([listOf(joined)])]);
  };
}

/** Every decompressed Pagefind file begins with this. */
const signature = new TextEncoder().encode('pagefind_dcd');

/** The item types used here (RFC 8949, section 3.1). */
const [text, list] = [3, 4];

/** The length of an item’s head, from its first byte. */
const headLength = (first: number): number =>
  (first & 31) < 24 ? 1 : 1 + (1 << ((first & 31) - 24));

/** The argument in an item’s head: a value, a length or a count. */
function valueAt(bytes: Uint8Array, at: number): number {
  const length = headLength(bytes[at]!);
  if (length === 1) return bytes[at]! & 31;
  let value = 0;
  for (let next = at + 1; next < at + length; next += 1) value = value * 256 + bytes[next]!;
  return value;
}

/** An item’s head with an argument of up to 32 bits. */
const head = (type: number, value: number): Uint8Array =>
  Uint8Array.of((type << 5) | 26, value >>> 24, value >>> 16, value >>> 8, value);

/** The end of the item that starts at an offset. */
function endOf(bytes: Uint8Array, at: number): number {
  const type = bytes[at]! >> 5;
  let end = at + headLength(bytes[at]!);
  if (type < text) return end;
  const count = valueAt(bytes, at);
  if (type === text) return end + count;
  for (let item = 0; item < count; item += 1) end = endOf(bytes, end);
  return end;
}

function itemsOf(bytes: Uint8Array): Uint8Array[] {
  let at = headLength(bytes[0]!);
  return Array.from({ length: valueAt(bytes, 0) }, () => {
    const from = at;
    at = endOf(bytes, from);
    return bytes.subarray(from, at);
  });
}

const listOf = (items: Uint8Array[]): Uint8Array => joinBytes([head(list, items.length), ...items]);

/**
 * The stories with a spelling of a word, renumbered to follow those of earlier shards. Only the first
 * number is absolute; the others are differences from the one before: `[[number, …], …]`.
 */
function countedFrom(before: number, stories: Uint8Array): Uint8Array {
  if (valueAt(stories, 0) === 0) return stories;
  const first = headLength(stories[0]!);
  const number = first + headLength(stories[first]!);
  const counted = head(0, before + valueAt(stories, number));
  return joinBytes([
    stories.subarray(0, number),
    counted,
    stories.subarray(endOf(stories, number)),
  ]);
}

function joinBytes(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
