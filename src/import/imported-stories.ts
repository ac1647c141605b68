import { readFile, stat } from 'node:fs/promises';
import { FixableError } from '../desk/problem.ts';
import type { Incoming } from './incoming.ts';
import { decodeText } from './decode.ts';
import { contentDigest } from './identity.ts';
import { readPlainText } from './plain-text.ts';
import type { Format } from './detect-format.ts';
import { readFeed } from './feed.ts';
import { readGhost } from './ghost.ts';
import { readNewsMl } from './newsml.ts';
import { readNinjs } from './ninjs.ts';
import { readNitf } from './nitf-file.ts';
import { readWordPress } from './wordpress.ts';

/**
 * Reads the stories of a file one at a time.
 * @param site the address of the site that was exported, for files that do not have it
 * @throws {FixableError} when the file is broken, too large for its format, or malicious
 */
export async function* storiesOf(
  file: string,
  format: Format,
  site?: string,
): AsyncGenerator<Incoming> {
  switch (format) {
    case 'plain text':
      yield* plain(await readWhole(file));
      return;
    case 'WordPress':
      yield* readWordPress(file);
      return;
    case 'Ghost':
      yield* readGhost(file, site);
      return;
    case 'NewsML-G2':
      yield* readNewsMl(file);
      return;
    case 'NITF':
      yield* readNitf(file);
      return;
    case 'feed':
      yield* readFeed(file);
      return;
    case 'ninjs': {
      const { text, note } = await readWhole(file);
      for (const incoming of readNinjs(text.replace(/^\uFEFF/, ''))) {
        if (note && 'notes' in incoming) incoming.notes.push(note);
        yield incoming;
      }
      return;
    }
  }
}

function* plain({ text, note }: { text: string; note?: string }): Generator<Incoming> {
  const imported = readPlainText(text);
  if (note) imported.notes.push(note);
  // The same words have the same id, whatever the file’s name and the guessed language.
  const { language: _, ...rest } = imported;
  imported.sourceId = contentDigest(rest);
  imported.feed = '';
  yield imported;
}

/** In bytes; no single story needs more. */
const largest = 20 * 1024 * 1024;

async function readWhole(file: string): Promise<{ text: string; note?: string }> {
  const { size } = await stat(file);
  if (size > largest)
    throw new FixableError('This file is larger than 20 MB.', 'Check that it is one story.');
  return decodeText(await readFile(file));
}
