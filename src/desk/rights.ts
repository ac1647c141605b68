import type { Complaint, Place } from './fault.ts';
import { nearest } from './nearest.ts';
import type { Rights } from './schema/rights.ts';
import type { Sheet } from './yaml.ts';

/** The rights to one picture, with where it is written when they run out. */
export interface PictureRights extends Rights {
  place: Place;
}

/** The rights to a story's pictures as its frontmatter has them, by file name. */
export type RightsByName = Record<string, Rights>;

/** The name by which an editor knows a picture that figures know as `./ceremony.jpg`. */
const nameOf = (path: string) => path.replace(/^\.\//, '');

/**
 * The rights to a picture.
 * @param path as figures have it, `./ceremony.jpg`
 * @param sheet the frontmatter as written, for the place
 * @returns undefined when none are written
 */
export function rightsTo(
  path: string,
  rights: RightsByName | undefined,
  sheet: Sheet,
): PictureRights | undefined {
  const name = nameOf(path);
  const own = rights && Object.hasOwn(rights, name) ? rights[name] : undefined;
  return own && { ...own, place: sheet.placeOf(['rights', name, 'expires']) };
}

/**
 * What is wrong with rights to pictures that a story does not show.
 * @param paths every picture of the story, as figures have it
 */
export function strayRights(
  rights: RightsByName,
  paths: string[],
  sheet: Sheet,
): (Place & Complaint)[] {
  const known = new Map(paths.map((path) => [nameOf(path), []]));
  return Object.keys(rights)
    .filter((name) => !known.has(name))
    .map((name) => {
      const near = nearest(name, known);
      return {
        ...sheet.placeOfKey(['rights'], name),
        problem: `The story shows no picture “${name}”.`,
        mend: near ? `The nearest one is \`${near}\`.` : 'Delete it; the story has no picture.',
      };
    });
}
