import type { ProblemText, Place } from './problem.ts';
import { nearest, unlike } from './nearest.ts';
import type { PictureSettings } from './schema/pictures.ts';
import type { Rights } from './schema/rights.ts';
import type { Places } from './yaml.ts';

/** The rights to one picture, with where it is written when they run out. */
export interface PictureRights extends Rights {
  place: Place;
}

/** What a frontmatter says of pictures by their file names, whichever figures show them. */
export interface ByPicture {
  rights?: Record<string, Rights> | undefined;
  pictures?: Record<string, PictureSettings> | undefined;
}

/** The name by which an editor knows a picture that figures know as `./ceremony.jpg`. */
const nameOf = (path: string) => path.replace(/^\.\//, '');

/**
 * All that a frontmatter says of a picture.
 * @param path as figures have it, `./ceremony.jpg`
 * @param yaml the frontmatter as written, for the place
 */
export function saidOf(
  path: string,
  { rights, pictures }: ByPicture,
  yaml: Places,
): PictureSettings & { rights?: PictureRights } {
  const name = nameOf(path);
  const own = ownOf(rights, name);
  return {
    ...ownOf(pictures, name),
    ...(own && { rights: { ...own, place: yaml.placeOf(['rights', name, 'expires']) } }),
  };
}

function ownOf<Value>(all: Record<string, Value> | undefined, name: string): Value | undefined {
  return all && Object.hasOwn(all, name) ? all[name] : undefined;
}

/**
 * What a frontmatter says of pictures that the story does not show.
 * @param paths every picture of the story, as figures have it
 */
export function strays(
  { rights = {}, pictures = {} }: ByPicture,
  paths: string[],
  yaml: Places,
): (Place & ProblemText)[] {
  const known = new Map(paths.map((path) => [nameOf(path), []]));
  return Object.entries({ pictures, rights }).flatMap(([field, said]) =>
    Object.keys(said)
      .filter((name) => !known.has(name))
      .map((name) => {
        const near = nearest(name, known);
        return {
          ...yaml.placeOfKey([field], name),
          summary: `The story shows no picture “${name}”.`,
          fix: near
            ? `The nearest one is \`${near}\`. ${unlike(name, near)}`.trim()
            : 'Delete it; the story has no picture.',
        };
      }),
  );
}
