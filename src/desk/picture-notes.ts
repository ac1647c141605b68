import ExifReader, { type ExpandedTags } from 'exifreader';
import { findForbidden } from './characters.ts';
import type { PictureFile } from './copy.ts';
import type { Complaint, Place } from './fault.ts';
import type { Figure } from './schema/figure.ts';

/**
 * What is written inside a picture file, under the names of the IPTC Photo Metadata Standard
 * (https://iptc.org/std/photometadata/specification): Creator, Credit Line, Description, Alt Text
 * (Accessibility), Copyright Notice, Digital Source Type. Each only where the file says it.
 */
export interface PictureNotes {
  creator?: string;
  credit?: string;
  caption?: string;
  alt?: string;
  copyright?: string;
  /** A term of http://cv.iptc.org/newscodes/digitalsourcetype/, as its whole address. */
  digitalSourceType?: string;
  /** Whether it says where it was taken. */
  hasGps: boolean;
}

/**
 * Reads what is written inside a picture.
 * @param bytes the whole file: JPEG, PNG, WebP, AVIF or TIFF
 * @returns what could be read; a picture whose notes are torn is no worse than one without any
 */
export async function readNotes(bytes: Buffer): Promise<PictureNotes> {
  const { xmp, iptc, exif } = await tagsOf(bytes);
  // Where they differ XMP counts, then IIM, then Exif: the programs of agencies write them so.
  const notes: Record<Exclude<keyof PictureNotes, 'hasGps'>, unknown[]> = {
    creator: [xmp?.['creator'], iptc?.['By-line'], exif?.['Artist']],
    credit: [xmp?.['Credit'], iptc?.['Credit']],
    caption: [xmp?.['description'], iptc?.['Caption/Abstract'], exif?.['ImageDescription']],
    alt: [xmp?.['AltTextAccessibility']],
    copyright: [xmp?.['rights'], iptc?.['Copyright Notice'], exif?.['Copyright']],
    digitalSourceType: [sourceType(textOf(xmp?.['DigitalSourceType']))],
  };
  const said = Object.entries(notes).flatMap(([name, sources]) => {
    const text = sources.map(textOf).find(Boolean);
    return text ? [[name, text] as const] : [];
  });
  const names = Object.keys({ ...exif, ...xmp });
  return {
    ...Object.fromEntries(said),
    hasGps: names.some((name) => /^GPSL(?:at|ong)itude$/.test(name)),
  };
}

async function tagsOf(bytes: Buffer): Promise<ExpandedTags> {
  try {
    return await ExifReader.load(bytes, { expanded: true, async: true });
  } catch {
    return {};
  }
}

/** A tag's words in one line; none where there is something in them that no text may have. */
function textOf(tag: unknown): string | undefined {
  if (Array.isArray(tag)) return tag.map(textOf).filter(Boolean).join(', ');
  const words =
    typeof tag === 'object' && tag && 'description' in tag ? tag.description : (tag ?? '');
  if (typeof words !== 'string') return undefined;
  const line = words.replaceAll(/[\s\0]+/g, ' ').trim();
  return findForbidden(line) ? undefined : line;
}

/** A digital source type, if it is one of IPTC's vocabulary. */
function sourceType(written: string | undefined): string | undefined {
  const term = /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/(\w+)\/?$/i.exec(
    written ?? '',
  )?.[1];
  return term && `http://cv.iptc.org/newscodes/digitalsourcetype/${term}`;
}

/** Something that a figure and its picture’s file tell differently. */
interface Difference extends Complaint {
  field: 'credit' | 'caption';
}

/**
 * Where a picture file says otherwise than the figure.
 *
 * Credit: that one holds the other, as `Visar Kryeziu/AP` holds `AP`, is no difference, and neither
 * are case and spaces. A file without one is held to its creator.
 *
 * Caption and alt text: every desk writes its own, but of the same picture; when nothing of what the
 * file says is in them, it is probably another.
 */
export function compareNotes(figure: Figure, notes: PictureNotes): Difference[] {
  const differences: Difference[] = [];
  const inFile = notes.credit ?? notes.creator ?? '';
  const [written, said] = [figure.credit, inFile].map((text) =>
    text.toLowerCase().replaceAll(/\s+/g, ''),
  ) as [string, string];
  if (!written.includes(said) && !said.includes(written))
    differences.push({
      field: 'credit',
      problem: `The credit is “${figure.credit}”, but the picture ${figure.image} says “${inFile}”.`,
      mend: 'Find out whose picture it is; correct the credit here, or let the agency know.',
    });
  const described = [notes.caption, notes.alt].filter(Boolean).join(' ');
  const words = tellingWords(described);
  // Cameras write a word or two of their own into the description.
  const here = tellingWords(`${figure.caption} ${figure.alt}`);
  if (words.size >= 4 && ![...words].some((word) => here.has(word)))
    differences.push({
      field: 'caption',
      problem: `The picture ${figure.image} says of itself “${described}”, and the caption here says none of that.`,
      mend: 'See whether it is the right picture and the right caption.',
    });
  return differences;
}

/** The words of a text that tell what it is about: those of four letters and more. */
function tellingWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
}

/**
 * Everything that the figures of a text and the files of their pictures tell differently.
 * @param figures each with the place where its field is written
 */
export function compareAll(
  figures: { figure: Figure; placeOf: (field: Difference['field']) => Place }[],
  pictures: PictureFile[],
): (Place & Complaint)[] {
  return figures.flatMap(({ figure, placeOf }) => {
    const notes = pictures.find(({ path }) => path === figure.image)?.notes;
    return (notes ? compareNotes(figure, notes) : []).map(({ field, problem, mend }) => ({
      ...placeOf(field),
      problem,
      mend,
    }));
  });
}
