import { dirname, extname, join, relative, sep } from 'node:path';
import type { z } from 'astro/zod';
import { figuresIn, recordingsIn, type SiteLink } from './blocks.ts';
import { setBody } from './body.ts';
import { saidOf, strays, type ByPicture, type PictureRights } from './by-picture.ts';
import type { Fault, Place } from './fault.ts';
import { fromGalley, galleyKey, toGalley } from './galley.ts';
import { readPicture } from './picture-file.ts';
import { compareAll, type PictureNotes } from './picture-notes.ts';
import { readRecordings, type RecordingFile } from './recording-files.ts';
import { figure, type Figure } from './schema/figure.ts';
import type { PictureSettings } from './schema/pictures.ts';
import { readTextFile } from './text-file.ts';
import { setFront } from './type/set-front.ts';
import { validate } from './validate.ts';
import { placesIn, readYaml, type Places, type Sheet } from './yaml.ts';

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

/** What the desk looks for in any frontmatter. */
interface Front extends ByPicture {
  lead?: Figure | undefined;
  dateline?: string | undefined;
  language?: string | undefined;
  [field: string]: unknown;
}

/** A text that the desk has read and found right; what only its kind has is in `front`. */
export interface Copy<Front> {
  /** The name within its folder of the content, `2021/03/kosovo-sends-troops-to-kuwait`. */
  id: string;
  /** The file, from the folder where the command runs. */
  file: string;
  front: Front;
  /** Where the body is kept. */
  galley: string;
  /** Every picture of the text, without repetition. */
  pictures: PictureFile[];
  /** Every recording of the text and every file of subtitles, without repetition. */
  recordings: RecordingFile[];
  /** The first figure of the running text. */
  firstFigure?: Figure;
  links: SiteLink[];
  words: number;
}

/** A copy together with its frontmatter as written, for the checks that need places. */
interface ReadCopy<Front> {
  copy: Copy<Front>;
  sheet: Sheet;
  /** What an editor should look at; nothing is refused for it. */
  warnings: Fault[];
}

/**
 * Reads one Markdown file of the content.
 * @param root the folder of its kind, `content/articles`
 * @param name the file within it
 * @param languageOfAll that of a text which names none, a BCP 47 tag
 * @param faults where every fault is added
 * @param mends advice for a field, instead of the schema’s
 * @returns undefined when the file is too faulty to tell what it says
 */
export async function readCopy<Schema extends z.ZodType<Front>>(
  schema: Schema,
  root: string,
  name: string,
  languageOfAll: string,
  faults: Fault[],
  mends?: Record<string, string>,
): Promise<ReadCopy<z.output<Schema>> | undefined> {
  const path = join(root, name);
  const file = relative('', path);
  const refuse = (place: Place, problem: string, mend: string) =>
    faults.push({ file, ...place, problem, mend });

  const text = readTextFile(path);
  if (typeof text !== 'string') {
    faults.push({ file, ...text });
    return undefined;
  }
  const frontmatter = frontmatterOf(text);
  if (!frontmatter) {
    refuse(
      { line: 1, column: 1 },
      'This file does not begin with frontmatter.',
      'Put the fields at the top, between two lines of ---.',
    );
    return undefined;
  }
  const key = galleyKey(languageOfAll, text);
  const kept = fromGalley(key);
  const { fields } = frontmatter;
  const sheet: Sheet = kept
    ? { data: kept.data, faults: [], ...placesIn(() => fields, 1) }
    : readYaml(fields, 1);
  const front = validate(schema, sheet, file, faults, mends);
  const language = front?.language ?? languageOfAll;
  let body = kept?.body;
  let isWhole = true;
  if (!body) {
    // The frontmatter's lines are kept, empty, so that places in the text are places in the file.
    const blank = '\n'.repeat(frontmatter.whole.split('\n').length - 1);
    const set = setBody(
      blank + text.slice(frontmatter.whole.length),
      front?.dateline === undefined
        ? undefined
        : { text: front.dateline, place: sheet.placeOf(['dateline']) },
      language,
    );
    faults.push(...set.faults.map((fault) => ({ file, ...fault })));
    body = set.body;
    isWhole = set.faults.length === 0;
    if (front && isWhole) toGalley(key, { data: sheet.data, body });
  }

  const figures = figuresIn(body.blocks);
  const places = new Map(figures.map(({ figure, place }) => [figure.image, () => place]));
  for (const { poster, place } of recordingsIn(body.blocks))
    if (poster) places.set(poster.image, () => place);
  // Looked for by itself: a fault elsewhere in the frontmatter must not hide that it is missing.
  const lead = figure.safeParse((sheet.data as Front | null | undefined)?.lead).data;
  if (lead) places.set(lead.image, () => sheet.placeOf(['lead', 'image']));
  const pictures: PictureFile[] = [];
  for (const [image, placeOf] of places) {
    const found = await readPicture(root, dirname(path), image);
    if ('problem' in found) refuse(placeOf(), found.problem, found.mend);
    else pictures.push({ ...found, ...saidOf(image, front ?? {}, sheet) });
  }
  const recordings = readRecordings(recordingsIn(body.blocks), dirname(path));
  faults.push(...recordings.faults.map((fault) => ({ file, ...fault })));
  // A text with faults may have lost files of which something is said.
  if (front && isWhole) {
    const shown = [...places.keys()];
    const all = [...shown, ...recordings.files.map(({ path }) => path)];
    const stray = [
      ...strays({ pictures: front.pictures }, shown, sheet),
      ...strays({ rights: front.rights }, all, sheet),
    ];
    faults.push(...stray.map((fault) => ({ file, ...fault })));
  }
  if (!front) return undefined;
  setFront(front, language);
  const written = [
    ...(lead ? [{ figure: lead, placeOf: (field: string) => sheet.placeOf(['lead', field]) }] : []),
    ...figures.map(({ figure, place }) => ({ figure, placeOf: () => place })),
  ];
  return {
    sheet,
    warnings: compareAll(written, pictures).map((told) => ({ file, ...told })),
    copy: {
      id: withoutEnding(name),
      file,
      front,
      galley: key,
      pictures,
      recordings: recordings.files.map((found) => ({
        ...found,
        ...saidOf(found.path, { rights: front.rights }, sheet),
      })),
      ...(figures[0] && { firstFigure: figures[0].figure }),
      links: body.links,
      words: body.words,
    },
  };
}

/** The frontmatter of a text: with its marks, and its fields as YAML; undefined where there is none. */
function frontmatterOf(text: string): { whole: string; fields: string } | undefined {
  const found = /^---[ \t]*\n(.*?)^---[ \t]*(?:\n|$)/ms.exec(text);
  return found?.index === 0 ? { whole: found[0], fields: found[1] ?? '' } : undefined;
}

/** The places in the frontmatter of a file that was read before and found right. */
export const placesOf = (file: string): Places =>
  placesIn(() => {
    const text = readTextFile(file);
    return (typeof text === 'string' && frontmatterOf(text)?.fields) || '';
  }, 1);

/** `2021/03/a-story/index.md` and `2021/03/a-story.md` are both `2021/03/a-story`. */
function withoutEnding(name: string): string {
  const stem = name.slice(0, -extname(name).length).replaceAll(sep, '/');
  return stem.replace(/\/index$/, '');
}
