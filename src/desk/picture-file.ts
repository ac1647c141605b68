import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import { problemOfName } from './beside.ts';
import { type PictureFile, readNotes } from './picture-notes.ts';
import type { ProblemText } from './problem.ts';
import { codes, colorCodes } from './picture-color.ts';
import { damageOf } from './picture-damage.ts';
import { kindOf, longestSide, mismatch } from './picture-kind.ts';

/** What is known about a picture, and what an editor should look at. */
interface ReadPicture {
  picture: PictureFile;
  notices: ProblemText[];
}

const isPicture = (name: string) => /\.(?:jpe?g|png|webp|avif|tiff?)$/i.test(name);

/**
 * Reads and checks a picture beside a text.
 * @param root the folder of the text’s kind, which the picture must not leave
 * @param folder the folder of the text
 * @param language the language of the text, a BCP 47 tag
 * @returns what is known about the picture, or what is wrong with it
 */
export async function readPicture(
  root: string,
  folder: string,
  path: string,
  language: string,
): Promise<ReadPicture | ProblemText> {
  const problem = problemOfName({ root, folder }, path, 'picture', isPicture);
  if (problem) return problem;
  const bytes = readFileSync(join(folder, path));
  const metadata = await metadataOf(bytes);
  if (!metadata)
    return {
      summary: `The picture ${path} cannot be read.`,
      fix: 'Save it again as JPEG or PNG.',
    };
  const kind = kindOf(metadata);
  const { autoOrient } = metadata;
  const wrong = mismatch(kind, path) ?? tooNarrow(path, autoOrient);
  if (wrong) return wrong;
  const damage = await damageOf(bytes, kind, metadata.width);
  const damageReport = damage && {
    summary: `The picture ${path} ${damage.what}.`,
    fix: 'Copy it here again, or save it again as JPEG or PNG.',
  };
  if (damageReport && damage.isFatal) return damageReport;
  const { hasGps, ...said } = await readNotes(bytes, language);
  const hasNotes = hasGps || Object.keys(said).length > 0;
  return {
    picture: { path, ...autoOrient, ...(hasNotes && { notes: { ...said, hasGps } }) },
    notices: [damageReport, foreignColors(path, bytes, kind, metadata)].filter(
      (one) => one != null,
    ),
  };
}

async function metadataOf(bytes: Buffer): Promise<Metadata | undefined> {
  try {
    return await sharp(bytes).metadata();
  } catch {
    return undefined;
  }
}

/** Refuses a picture so narrow that no width would remain after it is scaled to the longest side allowed. */
function tooNarrow(
  path: string,
  { width, height }: Metadata['autoOrient'],
): ProblemText | undefined {
  if (Math.min(width, height) * longestSide >= Math.max(width, height)) return undefined;
  return {
    summary: `The picture ${path} is ${width} × ${height} px; no side may be over ${longestSide} px.`,
    fix: 'Cut it into several pictures.',
  };
}

/** Warns of colors that the build cannot convert. */
function foreignColors(
  path: string,
  bytes: Buffer,
  kind: string,
  { hasProfile }: Metadata,
): ProblemText | undefined {
  const color = hasProfile ? undefined : colorCodes(bytes, kind);
  if (!color) return undefined;
  const isHdr = color.transfer === codes.pq || color.transfer === codes.hlg;
  if (!isHdr && color.primaries !== codes.bt2020) return undefined;
  return {
    summary: `The picture ${path} has ${isHdr ? 'HDR colors' : 'the colors of BT.2020'}, and will look dull.`,
    fix: 'Save it again as JPEG or AVIF in sRGB or Display P3.',
  };
}
