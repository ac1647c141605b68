import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import type { PictureFile } from './copy.ts';
import type { Complaint } from './fault.ts';
import { readNotes } from './picture-notes.ts';

/**
 * Looks at a picture that lies beside a text.
 * @param root the folder of the text’s kind, which the picture must not leave
 * @param folder where the text lies
 * @returns what is known of the picture, or what is wrong with it
 */
export async function readPicture(
  root: string,
  folder: string,
  path: string,
): Promise<PictureFile | Complaint> {
  const file = join(folder, path);
  if (relative(root, file).startsWith('..'))
    return {
      problem: `The picture ${path} lies outside the content.`,
      mend: 'Put it beside the story’s text.',
    };
  if (!existsSync(file))
    return {
      problem: `There is no picture ${path}.`,
      mend: 'Put the file beside the text, or correct its name here.',
    };
  try {
    const { autoOrient, exif, iptc, xmp } = await sharp(file).metadata();
    const notes = (exif ?? iptc ?? xmp) && (await readNotes(readFileSync(file)));
    return { path, ...autoOrient, ...(notes && { notes }) };
  } catch {
    return {
      problem: `The picture ${path} cannot be read.`,
      mend: 'Save it again as JPEG or PNG.',
    };
  }
}
