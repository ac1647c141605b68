import { dirname, extname, join, relative, sep } from 'node:path';
import type { z } from 'astro/zod';
import { figuresIn, recordingsIn, type SiteLink } from './blocks.ts';
import { saidOf, strays, type ByPicture, type PictureRights } from './by-picture.ts';
import type { Fault, Place } from './fault.ts';
import { readPicture } from './picture-file.ts';
import { compareAll, type PictureNotes } from './picture-notes.ts';
import { readRecordings, type RecordingFile } from './recording-files.ts';
import { figure, type Figure } from './schema/figure.ts';
import type { PictureSettings } from './schema/pictures.ts';
import { readText, type Headed } from './text.ts';
import { setFront } from './type/set-front.ts';
import type { Sheet } from './yaml.ts';

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
interface Front extends ByPicture, Headed {
  lead?: Figure | undefined;
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
export async function readCopy<Own extends Front>(
  schema: z.ZodType<Own>,
  root: string,
  name: string,
  languageOfAll: string,
  faults: Fault[],
  mends?: Record<string, string>,
): Promise<ReadCopy<Own> | undefined> {
  const path = join(root, name);
  const file = relative('', path);
  const refuse = (place: Place, problem: string, mend: string) =>
    faults.push({ file, ...place, problem, mend });

  const set = readText(schema, path, languageOfAll, faults, mends);
  if (!set) return undefined;
  const { key, sheet, front, body, isWhole, language } = set;
  const figures = figuresIn(body.blocks);
  const places = new Map(figures.map(({ figure, place }) => [figure.image, () => place]));
  for (const { poster, place } of recordingsIn(body.blocks))
    if (poster) places.set(poster.image, () => place);
  // Looked for by itself: a fault elsewhere in the frontmatter must not hide that it is missing.
  const lead = figure.safeParse((sheet.data as Front | null | undefined)?.lead).data;
  if (lead) places.set(lead.image, () => sheet.placeOf(['lead', 'image']));
  const pictures: PictureFile[] = [];
  const notices: Fault[] = [];
  // One after the other: of many large ones the memory would be full.
  for (const [image, placeOf] of places) {
    const found = await readPicture(root, dirname(path), image, language);
    if ('problem' in found) refuse(placeOf(), found.problem, found.mend);
    else {
      pictures.push({ ...found.picture, ...saidOf(image, front ?? {}, sheet) });
      notices.push(...found.notices.map((notice) => ({ file, ...placeOf(), ...notice })));
    }
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
    warnings: [...notices, ...compareAll(written, pictures).map((told) => ({ file, ...told }))],
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

/** `2021/03/a-story/index.md` and `2021/03/a-story.md` are both `2021/03/a-story`. */
function withoutEnding(name: string): string {
  const stem = name.slice(0, -extname(name).length).replaceAll(sep, '/');
  return stem.replace(/\/index$/, '');
}
