import type { ProblemText, Place } from './problem.ts';
import { nearest, unlike } from './nearest.ts';
import type { PictureSettings } from './schema/pictures.ts';
import type { Rights } from './schema/rights.ts';
import type { Places } from './yaml.ts';

/** The rights to one picture, with the place of their expiry in the file. */
export interface PictureRights extends Rights {
  place: Place;
}

/** What a frontmatter says about pictures by file name, whichever figures show them. */
export interface ByPicture {
  rights?: Record<string, Rights> | undefined;
  pictures?: Record<string, PictureSettings> | undefined;
}

/** The editor’s name for a picture that figures call `./ceremony.jpg`. */
const nameOf = (path: string) => path.replace(/^\.\//, '');

/**
 * Everything that a frontmatter says about a picture.
 * @param path as in figures, `./ceremony.jpg`
 * @param yaml the frontmatter as written, to find places
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
 * Reports entries of a frontmatter about pictures that the story does not show.
 * @param paths every picture of the story, as in figures
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
          summary: `The story has no picture “${name}”.`,
          fix: near
            ? `The nearest one is \`${near}\`. ${unlike(name, near)}`.trim()
            : 'Delete this entry; the story has no pictures.',
        };
      }),
  );
}
