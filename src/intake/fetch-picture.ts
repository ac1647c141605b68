import { existsSync, realpathSync, statSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import sharp from 'sharp';
import { damageOf } from '../desk/picture-damage.ts';
import { isUsable, kindNamed, kindOf, nameOf } from '../desk/picture-kind.ts';
import { readNotes } from '../desk/picture-notes.ts';
import type { StoryPicture } from './pictures.ts';

const largest = 30 * 1024 * 1024;

/**
 * Puts a picture beside its story: from the web, or from beside the file that the story came in.
 * @param folder the story's folder
 * @param source the file that the story came in
 * @returns what became of it, in words for an editor; a picture that is there already stays
 */
export async function fetchPicture(
  picture: StoryPicture,
  folder: string,
  source: string,
): Promise<string> {
  const target = join(folder, picture.file);
  if (existsSync(target)) return 'lies beside the story';
  if (picture.address === '') return 'not here: the copy only has its caption';
  try {
    const bytes = /^https?:/i.test(picture.address)
      ? await download(picture.address)
      : await copyFrom(picture.address, source);
    if (typeof bytes === 'string') return `not here: ${bytes}`;
    const metadata = await sharp(bytes).metadata();
    const kind = kindOf(metadata);
    if (kind !== 'gif' && !isUsable(kind))
      return `not here: it is ${nameOf(kind)}, which a story can’t have; save it as JPEG or PNG, under this name`;
    const { width, height } = metadata.autoOrient;
    const damage = await damageOf(Buffer.from(bytes), kind, width);
    if (damage?.isFatal) return `not here: it ${damage.what}`;
    const named = kindNamed(picture.file) ?? 'jpeg';
    const isOther = kind !== named;
    await writeFile(`${target}.${process.pid}`, isOther ? await savedAs(named, bytes) : bytes);
    await rename(`${target}.${process.pid}`, target);
    const changed = isOther ? `; it was ${nameOf(kind)} and is saved as ${nameOf(named)}` : '';
    return `lies beside the story, ${width} × ${height}${changed}${await saysOfItself(bytes)}`;
  } catch (error) {
    return `not here: ${reasonOf(error)}`;
  }
}

/** A picture as one of the kind that its name tells, with all that it says of itself. */
function savedAs(
  kind: NonNullable<ReturnType<typeof kindNamed>>,
  bytes: Uint8Array,
): Promise<Buffer> {
  const picture = sharp(bytes).keepMetadata();
  // What is transparent would be black.
  return kind === 'jpeg'
    ? picture.flatten({ background: '#fff' }).jpeg({ quality: 95 }).toBuffer()
    : picture.toFormat(kind).toBuffer();
}

/** What is written inside a picture, offered to the editor. */
async function saysOfItself(bytes: Uint8Array): Promise<string> {
  const { alt, caption, credit, creator } = await readNotes(Buffer.from(bytes));
  const said = Object.entries({ alt, caption, credit, creator })
    .filter(([, words]) => words !== undefined)
    .map(([name, words]) => `${name} “${words}”`);
  return said.length > 0 ? `; the file says: ${said.join(', ')}` : '';
}

async function download(address: string): Promise<Uint8Array | string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) });
  if (!answer.ok || !answer.body) return `the server answered ${answer.status}`;
  if (Number(answer.headers.get('content-length')) > largest) return 'it is larger than 30 MB';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body) {
    size += part.length;
    // What the server said of the size need not be true.
    if (size > largest) return 'it is larger than 30 MB';
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Only from within the folder of the copy: an address must not reach for other files. */
async function copyFrom(address: string, source: string): Promise<Uint8Array | string> {
  const home = realpathSync(dirname(source));
  const file = resolve(home, address);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || !existsSync(file)) return 'its address leads nowhere';
  const way = relative(home, realpathSync(file));
  if (way.startsWith('..') || resolve(way) === way || way.split(sep).includes('..'))
    return 'its address leads out of the folder of the copy';
  if (statSync(file).size > largest) return 'it is larger than 30 MB';
  return readFile(file);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it could not be fetched';
  if (error.name === 'TimeoutError') return 'its server did not answer within 30 seconds';
  if (error.name === 'TypeError') return 'its server could not be reached';
  return 'it cannot be read as a picture';
}
