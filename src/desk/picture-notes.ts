import { isCameraText } from './camera-texts.ts';
import { findForbidden } from './characters.ts';
import type { PictureRights } from './by-picture.ts';
import type { PictureSettings } from './schema/pictures.ts';
import type { ProblemText, Place } from './problem.ts';
import { tagsOf } from './picture-tags.ts';
import type { Figure } from './schema/figure.ts';

/**
 * The metadata of a picture file, under the names of the IPTC Photo Metadata Standard
 * (https://iptc.org/std/photometadata/specification): Creator, Credit Line, Description, Alt Text
 * (Accessibility), Copyright Notice, Digital Source Type. Each is present only if the file has it.
 */
export interface PictureNotes {
  creator?: string;
  credit?: string;
  caption?: string;
  alt?: string;
  copyright?: string;
  /** A term of http://cv.iptc.org/newscodes/digitalsourcetype/, as a full web address. */
  digitalSourceType?: string;
  /** Whether the file says where the picture was taken. */
  hasGps: boolean;
}

/** A picture beside a text. */
export interface PictureFile extends PictureSettings {
  /** The path that figures use, `./ceremony.jpg`. */
  path: string;
  /** In px, after rotation to the orientation of the camera. */
  width: number;
  height: number;
  /** Limits on its use, if there are any. */
  rights?: PictureRights;
  /** The metadata of the file. */
  notes?: PictureNotes;
}

/**
 * Reads the metadata of a picture file.
 * @param bytes the whole file: JPEG, PNG, WebP, AVIF or TIFF
 * @param language the language of the story, a BCP 47 tag. Of a text in several languages, the one in this
 *   language is used, otherwise the default.
 * @returns what could be read; broken metadata is ignored
 */
export async function readNotes(bytes: Buffer, language = 'x-default'): Promise<PictureNotes> {
  const { xmp, iptc, exif } = await tagsOf(bytes);
  const textOf = (tag: unknown) => textIn(tag, language);
  // If they differ, XMP comes first, then IIM, then Exif: this is how agencies’ programs write them.
  const notes: Record<Exclude<keyof PictureNotes, 'hasGps'>, unknown[]> = {
    creator: [xmp?.['creator'], iptc?.['By-line'], exif?.['Artist']],
    credit: [xmp?.['Credit'], iptc?.['Credit']],
    caption: [xmp?.['description'], iptc?.['Caption/Abstract'], exif?.['ImageDescription']],
    alt: [xmp?.['AltTextAccessibility']],
    copyright: [xmp?.['rights'], iptc?.['Copyright Notice'], exif?.['Copyright']],
    digitalSourceType: [sourceType(textOf(xmp?.['DigitalSourceType']))],
  };
  const machine = [exif?.['Make'], exif?.['Model']].flatMap((tag) => textOf(tag) ?? []);
  const said = Object.entries(notes).flatMap(([name, sources]) => {
    const isName = name !== 'caption' && name !== 'alt';
    const text = sources.map(textOf).find((text) => text && !isCameraText(text, isName, machine));
    return text ? [[name, text] as const] : [];
  });
  const names = Object.keys({ ...exif, ...xmp });
  return {
    ...Object.fromEntries(said),
    hasGps: names.some((name) => /^GPSL(?:at|ong)itude$/.test(name)),
  };
}

/** A tag’s words in one line; undefined if they contain a forbidden character. */
function textIn(tag: unknown, language: string): string | undefined {
  const part = (one: unknown) => textIn(one, language);
  if (Array.isArray(tag)) return tag.map(part).filter(Boolean).join(', ');
  const items = typeof tag === 'object' && tag && 'value' in tag ? tag.value : undefined;
  if (Array.isArray(items) && items.some((item) => languageOf(item)))
    return part(chosen(items.filter(part), language));
  const words =
    typeof tag === 'object' && tag && 'description' in tag ? tag.description : (tag ?? '');
  if (typeof words !== 'string') return undefined;
  const line = words.replaceAll(/[\s\0]+/g, ' ').trim();
  return findForbidden(line) ? undefined : line;
}

/** The language of one of several alternatives, in lowercase. */
const languageOf = (item: { attributes?: { lang?: unknown } }): string | undefined =>
  typeof item.attributes?.lang === 'string' ? item.attributes.lang.toLowerCase() : undefined;

/**
 * Chooses among alternatives for a language: an `rdf:Alt` is a choice, not a list (ISO 16684-1, 6.4.4).
 * The order is: the same tag, the same language, the default, the first.
 */
function chosen<Item extends object>(items: Item[], language: string): Item | undefined {
  const wanted = language.toLowerCase();
  const kindOf = (tag: string | undefined) => tag?.split('-')[0];
  const isIt = [
    (tag: string | undefined) => tag === wanted,
    (tag: string | undefined) => tag !== 'x-default' && kindOf(tag) === kindOf(wanted),
    (tag: string | undefined) => tag === 'x-default',
    () => true,
  ];
  for (const test of isIt) {
    const found = items.find((item) => test(languageOf(item)));
    if (found) return found;
  }
  return undefined;
}

/** A digital source type, if it is one of IPTC's vocabulary. */
function sourceType(written: string | undefined): string | undefined {
  const term = /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/(\w+)\/?$/i.exec(
    written ?? '',
  )?.[1];
  return term && `http://cv.iptc.org/newscodes/digitalsourcetype/${term}`;
}

/** A difference between a figure and the metadata of its picture file. */
interface Difference extends ProblemText {
  field: 'credit' | 'caption';
}

/**
 * The differences between a figure and the metadata of its picture file.
 *
 * Credit: it is no difference if one contains the other, as `Visar Kryeziu/AP` contains `AP`, or if only
 * case and spaces differ. If the file has no credit, its creator is compared.
 *
 * Caption and alt text: every desk writes its own, but about the same picture. If they share no word with
 * the file, it is probably another picture.
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
      summary: `The credit is “${figure.credit}”, but the file of ${figure.image} says “${inFile}”.`,
      fix: 'Find out whose picture it is; correct the credit here, or let the agency know.',
    });
  const described = [notes.caption, notes.alt].filter(Boolean).join(' ');
  const words = tellingWords(described);
  const here = tellingWords(`${figure.caption} ${figure.alt}`);
  if (words.size >= 4 && ![...words].some((word) => here.has(word)))
    differences.push({
      field: 'caption',
      summary: `The file of ${figure.image} describes the picture as “${described}”, but the caption here says none of that.`,
      fix: 'Check that this is the right picture and the right caption.',
    });
  return differences;
}

/** The words of a text that show what it is about: those of four letters or more. */
function tellingWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
}

/**
 * All differences between the figures of a text and the metadata of their picture files.
 * @param figures each with the places where its fields are written
 */
export function compareAll(
  figures: { figure: Figure; placeOf: (field: Difference['field']) => Place }[],
  pictures: PictureFile[],
): (Place & ProblemText)[] {
  return figures.flatMap(({ figure, placeOf }) => {
    const notes = pictures.find(({ path }) => path === figure.image)?.notes;
    return (notes ? compareNotes(figure, notes) : []).map(({ field, summary, fix }) => ({
      ...placeOf(field),
      summary,
      fix,
    }));
  });
}
