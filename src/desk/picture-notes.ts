import { isCameraText } from './camera-texts.ts';
import { findForbidden } from './characters.ts';
import type { PictureRights } from './by-picture.ts';
import type { PictureSettings } from './schema/pictures.ts';
import type { ProblemText, Place } from './problem.ts';
import { tagsOf } from './picture-tags.ts';
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

/** A picture that lies beside a text. */
export interface PictureFile extends PictureSettings {
  /** By which figures know it, `./ceremony.jpg`. */
  path: string;
  /** In px, as seen: turned the way the camera was held. */
  width: number;
  height: number;
  /** Where there are limits to what may be done with it. */
  rights?: PictureRights;
  /** What is written inside the file. */
  notes?: PictureNotes;
}

/**
 * Reads what is written inside a picture.
 * @param bytes the whole file: JPEG, PNG, WebP, AVIF or TIFF
 * @param language of the story, a BCP 47 tag: where a text is there in several languages, the one in
 * this is taken, else the one that is marked as the default
 * @returns what could be read; a picture whose notes are torn is no worse than one without any
 */
export async function readNotes(bytes: Buffer, language = 'x-default'): Promise<PictureNotes> {
  const { xmp, iptc, exif } = await tagsOf(bytes);
  const textOf = (tag: unknown) => textIn(tag, language);
  // Where they differ XMP counts, then IIM, then Exif: the programs of agencies write them so.
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

/** A tag’s words in one line; none where there is something in them that no text may have. */
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

/** The language of one of several alternatives, in small letters. */
const languageOf = (item: { attributes?: { lang?: unknown } }): string | undefined =>
  typeof item.attributes?.lang === 'string' ? item.attributes.lang.toLowerCase() : undefined;

/**
 * The one of several alternatives that is for a language: an `rdf:Alt` is a choice, not a list (ISO
 * 16684-1, 6.4.4). The language itself, else another of the same kind, else the default, else the first.
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

/** Something that a figure and its picture’s file tell differently. */
interface Difference extends ProblemText {
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
      summary: `The credit is “${figure.credit}”, but the picture ${figure.image} says “${inFile}”.`,
      fix: 'Find out whose picture it is; correct the credit here, or let the agency know.',
    });
  const described = [notes.caption, notes.alt].filter(Boolean).join(' ');
  const words = tellingWords(described);
  const here = tellingWords(`${figure.caption} ${figure.alt}`);
  if (words.size >= 4 && ![...words].some((word) => here.has(word)))
    differences.push({
      field: 'caption',
      summary: `The picture ${figure.image} says of itself “${described}”, and the caption here says none of that.`,
      fix: 'See whether it is the right picture and the right caption.',
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
