import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { damageOf } from '../desk/picture-damage.ts';
import { isUsable, kindNamed, kindOf, nameOf } from '../desk/picture-kind.ts';
import { readNotes } from '../desk/picture-notes.ts';
import { copyFrom } from './copy-from.ts';
import type { Downloads } from './downloads.ts';
import type { StoryPicture } from './pictures.ts';

const largest = 30 * 1024 * 1024;

/**
 * Saves a picture beside its story: from the web, or from beside the file that the story came in.
 * @param folder the story's folder
 * @param source the file that the story came in
 * @param downloads fetches from the web
 * @returns what became of it, in words for editors; an existing picture stays
 */
export async function fetchPicture(
  picture: StoryPicture,
  folder: string,
  source: string,
  downloads: Downloads,
): Promise<string> {
  const target = join(folder, picture.file);
  if (existsSync(target)) return 'saved beside the story';
  if (picture.address === '') return 'missing: the copy has only its caption';
  try {
    const bytes = /^https?:/i.test(picture.address)
      ? await downloads.get(picture.address, largest)
      : await copyFrom(picture.address, source, largest);
    if (typeof bytes === 'string') return `missing: ${bytes}`;
    const metadata = await sharp(bytes).metadata();
    const kind = kindOf(metadata);
    if (kind !== 'gif' && !isUsable(kind))
      return `missing: it is ${nameOf(kind)}, which stories can’t use; save it under this name as JPEG or PNG`;
    const { width, height } = metadata.autoOrient;
    const damage = await damageOf(Buffer.from(bytes), kind, width);
    if (damage?.isFatal) return `missing: it ${damage.what}`;
    const named = kindNamed(picture.file) ?? 'jpeg';
    const isOther = kind !== named;
    await writeFile(`${target}.${process.pid}`, isOther ? await savedAs(named, bytes) : bytes);
    await rename(`${target}.${process.pid}`, target);
    const changed = isOther ? `; it was ${nameOf(kind)} and was converted to ${nameOf(named)}` : '';
    return `saved beside the story, ${width} × ${height}${changed}${await saysOfItself(bytes)}`;
  } catch (error) {
    return `missing: ${reasonOf(error)}`;
  }
}

/** Converts a picture to the format that its name states, with its metadata. */
function savedAs(
  kind: NonNullable<ReturnType<typeof kindNamed>>,
  bytes: Uint8Array,
): Promise<Buffer> {
  const picture = sharp(bytes).keepMetadata();
  // Transparent parts would become black.
  return kind === 'jpeg'
    ? picture.flatten({ background: '#fff' }).jpeg({ quality: 95 }).toBuffer()
    : picture.toFormat(kind).toBuffer();
}

/** The metadata of a picture, for the editor’s use. */
async function saysOfItself(bytes: Uint8Array): Promise<string> {
  const { alt, caption, credit, creator } = await readNotes(Buffer.from(bytes));
  const said = Object.entries({ alt, caption, credit, creator })
    .filter(([, words]) => words !== undefined)
    .map(([name, words]) => `${name} “${words}”`);
  return said.length > 0 ? `; the file says: ${said.join(', ')}` : '';
}

function reasonOf(error: unknown): string {
  // A disk error is not a problem of the picture.
  if (error instanceof Error && 'syscall' in error)
    return `it could not be written: ${error.message}`;
  return 'it cannot be read as a picture';
}
