import { dirname, extname, join, sep } from 'node:path';
import type { z } from 'astro/zod';
import { figuresIn, recordingsIn, type Body, type SiteLink } from './blocks.ts';
import { saidOf, strays, type ByPicture } from './by-picture.ts';
import type { Problem } from './problem.ts';
import { parsedTextKey, keepParsedText } from './parsed-texts.ts';
import { readPicture } from './picture-file.ts';
import { compareAll, type PictureFile } from './picture-notes.ts';
import { showable, type Fields } from './provisional.ts';
import { readRecordings, type RecordingFile } from './recording-files.ts';
import { figure, type Figure } from './schema/figure.ts';
import { readText, type Headed } from './text.ts';
import { setFrontmatter } from './typography/set-frontmatter.ts';
import type { Places } from './yaml.ts';
import { fromProject } from '../files/project.ts';

/** What the desk reads from any frontmatter. */
interface Frontmatter extends ByPicture, Headed {
  lead?: Figure | undefined;
  [field: string]: unknown;
}

/** A text that the desk has read and checked. Fields that only its kind has are in `frontmatter`. */
export interface Copy<Frontmatter> {
  /** Its name within the folder of its kind, `2021/03/kosovo-sends-troops-to-kuwait`. */
  id: string;
  /** The path of its file from the project’s root. */
  file: string;
  frontmatter: Frontmatter;
  /** The key of the body in the parsed-text cache. */
  textKey: string;
  /** Every picture of the text, each once. */
  pictures: PictureFile[];
  /** Every recording and subtitle file of the text, each once. */
  recordings: RecordingFile[];
  /** The first figure of the running text. */
  firstFigure?: Figure;
  links: SiteLink[];
  words: number;
}

/** A copy with what only the desk needs to know about it. */
export interface ReadCopy<Frontmatter> {
  copy: Copy<Frontmatter>;
  /** The frontmatter as written, for the checks that need places. */
  yaml: Places;
  /** With problems, the copy is provisional: what could be read, and placeholders for the rest. */
  problems: Problem[];
  /** What an editor should look at; it does not stop a build. */
  warnings: Problem[];
  /** Files beside the text that are missing or invalid, by the names that the copy uses. */
  sought: string[];
  /** Whether part of its frontmatter is a placeholder. */
  isProvisional: boolean;
  /** Whether the file clearly says that it is a draft. */
  isDraft: boolean;
}

/** How a kind of text is read. */
interface Reading<Frontmatter> {
  schema: z.ZodType<Frontmatter>;
  /** The folder of the kind, `content/articles`. */
  root: string;
  /** The default language, a BCP 47 tag. */
  language: string;
}

/**
 * Reads one Markdown file of the content.
 * @param name the path of the file within the folder of its kind
 * @param provisional completes a frontmatter with problems so that it can be shown
 * @param last the last copy without problems; its text is shown if the current text cannot be read
 * @param fixes advice for a field, in place of the schema’s
 */
export async function readCopy<Own extends Frontmatter>(
  { schema, root, language: languageOfAll }: Reading<Own>,
  name: string,
  provisional: (fields: Fields) => Own,
  last?: Copy<Own>,
  fixes?: Record<string, string>,
): Promise<ReadCopy<Own>> {
  const path = join(root, name);
  const file = fromProject(path);
  const problems: Problem[] = [];
  const set = readText(schema, path, languageOfAll, problems, fixes);
  const { key, yaml, body, isWhole, language, data } = set;
  const figures = figuresIn(body.blocks);
  const places = new Map(figures.map(({ figure, place }) => [figure.image, () => place]));
  for (const { poster, place } of recordingsIn(body.blocks))
    if (poster) places.set(poster.image, () => place);
  // Read separately: a problem elsewhere in the frontmatter must not hide a missing file.
  const lead = figure.safeParse((data as Frontmatter | null | undefined)?.lead).data;
  if (lead) places.set(lead.image, () => yaml.placeOf(['lead', 'image']));
  const pictures: PictureFile[] = [];
  const notices: Problem[] = [];
  const sought: string[] = [];
  // One at a time: many large pictures would fill the memory.
  for (const [image, placeOf] of places) {
    const found = await readPicture(root, dirname(path), image, language);
    if ('summary' in found) {
      problems.push({ file, ...placeOf(), summary: found.summary, fix: found.fix });
      sought.push(image);
    } else {
      pictures.push({ ...found.picture, ...saidOf(image, set.frontmatter ?? {}, yaml) });
      notices.push(...found.notices.map((notice) => ({ file, ...placeOf(), ...notice })));
    }
  }
  const recordings = readRecordings(recordingsIn(body.blocks), root, dirname(path));
  problems.push(...recordings.problems.map((problem) => ({ file, ...problem })));
  sought.push(...recordings.sought);
  // In a text with problems, pictures that the frontmatter mentions may be missing from the blocks.
  if (set.frontmatter && isWhole) {
    const shown = [...places.keys()];
    const all = [...shown, ...recordings.files.map(({ path }) => path)];
    const stray = [
      ...strays({ pictures: set.frontmatter.pictures }, shown, yaml),
      ...strays({ rights: set.frontmatter.rights }, all, yaml),
    ];
    problems.push(...stray.map((problem) => ({ file, ...problem })));
  }
  const frontmatter = set.frontmatter ?? provisional(set);
  setFrontmatter(frontmatter, language);
  const written = [
    ...(lead ? [{ figure: lead, placeOf: (field: string) => yaml.placeOf(['lead', field]) }] : []),
    ...figures.map(({ figure, place }) => ({ figure, placeOf: () => place })),
  ];
  const id = withoutEnding(name);
  const copy: Copy<Own> = {
    id,
    file,
    frontmatter,
    textKey: key,
    pictures,
    recordings: recordings.files.map((found) => ({
      ...found,
      ...saidOf(found.path, { rights: frontmatter.rights }, yaml),
    })),
    ...(figures[0] && { firstFigure: figures[0].figure }),
    links: body.links,
    words: body.words,
  };
  return {
    yaml,
    problems,
    sought,
    isProvisional: !set.frontmatter,
    isDraft: (data as { draft?: unknown } | null | undefined)?.draft === true,
    warnings: [
      ...notices,
      ...compareAll(written, pictures).map((difference) => ({ file, ...difference })),
    ],
    copy: problems.length === 0 ? copy : showableCopy(copy, set, last),
  };
}

/** A copy with problems, reduced to what can be shown: all files of its text exist. */
function showableCopy<Own extends Frontmatter>(
  copy: Copy<Own>,
  { key, body, data }: { key: string; body: Body; data: unknown },
  last: Copy<Own> | undefined,
): Copy<Own> {
  const { frontmatter } = copy;
  const shown = key === '' && last ? last : copy;
  if (!shown.pictures.some(({ path }) => path === frontmatter.lead?.image))
    delete (frontmatter as Frontmatter).lead;
  if (shown === last) return { ...last, frontmatter };
  const files = [...copy.pictures, ...copy.recordings].map(({ path }) => path);
  const blocks = showable(body.blocks, (path) => files.includes(path));
  const textKey = parsedTextKey('', `${copy.file} ${key} ${files.join(' ')}`);
  keepParsedText(textKey, { data, body: { ...body, blocks } });
  const { firstFigure: _, ...others } = copy;
  const [first] = figuresIn(blocks);
  return { ...others, textKey, ...(first && { firstFigure: first.figure }) };
}

/** `2021/03/a-story/index.md` and `2021/03/a-story.md` are both `2021/03/a-story`. */
function withoutEnding(name: string): string {
  const stem = name.slice(0, -extname(name).length).replaceAll(sep, '/');
  return stem.replace(/\/index$/, '');
}
