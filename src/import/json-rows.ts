import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import Assembler from 'stream-json/assembler.js';
import parser, { type Token } from 'stream-json/parser.js';
import { FixableError } from '../desk/problem.ts';

const deepest = 100;
const longest = 20 * 1024 * 1024;

/**
 * Streams a JSON file and yields the entries of its lists, each with the name of its list.
 * @param wanted the names of the lists, such as tables of a database; others are skipped
 * @throws {FixableError} when the JSON is broken, nested more than 100 levels deep, or has a text over 20 MB
 */
export async function* readRows(
  file: string,
  wanted: readonly string[],
): AsyncGenerator<{ list: string; row: unknown }> {
  let depth = 0;
  let size = 0;
  let key = '';
  let list: { name: string; depth: number } | undefined;
  let row: Assembler | undefined;
  const tokens = parser.asStream({ streamKeys: false, streamNumbers: false, packStrings: true });
  // A file that cannot be read, or one of whose rows are enough, ends both; the loop tells why.
  const stream = pipeline(createReadStream(file), tokens, () => {});
  try {
    for await (const token of stream as AsyncIterable<Token>) {
      if (token.name === 'stringChunk') {
        size += token.value.length;
        if (size > longest) throw tooLarge();
        continue;
      }
      if (token.name === 'startString') size = 0;
      if (token.name === 'keyValue') key = token.value;
      const opens = token.name === 'startObject' || token.name === 'startArray';
      const closes = token.name === 'endObject' || token.name === 'endArray';
      if (opens && (depth += 1) > deepest) throw tooDeep();
      if (list && !row && token.name === 'startObject') row = new Assembler();
      if (!list && token.name === 'startArray' && wanted.includes(key)) list = { name: key, depth };
      row?.consume(token);
      if (!closes) continue;
      depth -= 1;
      if (list && row && depth === list.depth) {
        yield { list: list.name, row: row.current };
        row = undefined;
      } else if (list && depth < list.depth) list = undefined;
    }
  } catch (error) {
    if (error instanceof FixableError || (error as NodeJS.ErrnoException).code) throw error;
    throw new FixableError(
      `It is not valid JSON: ${(error as Error).message.replace(/\.$/, '')}.`,
      'Export it again; the file may be truncated.',
    );
  }
}

function tooLarge(): FixableError {
  return new FixableError('A text in it is larger than 20 MB.', 'Export it again.');
}

function tooDeep(): FixableError {
  return new FixableError('Its JSON is nested more than 100 levels deep.', 'Export it again.');
}
