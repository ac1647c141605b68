import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './problem.ts';
import { placesOf } from './text.ts';
import type { Vocabulary } from './schema/vocabulary.ts';
import { placesIn } from './yaml.ts';
import { fromProject } from '../files/project.ts';

/** An old address, and where the content names it. */
export interface OldAddress {
  /** As normalized by readOldAddress(). */
  address: string;
  file: string;
  /** Reads the file again; it is rarely needed. */
  place: () => Place;
}

/** How to fix an address that two files name. */
export const takeOut = () =>
  'Remove it from one of the two. Case and a slash at the end make no difference.';

/** The old addresses in a text’s frontmatter. */
export const ofText = ({
  file,
  frontmatter,
}: {
  file: string;
  frontmatter: { formerly?: string[] | undefined };
}) =>
  (frontmatter.formerly ?? []).map((address, index): OldAddress => ({
    address,
    file,
    place: () => placesOf(file).placeOf(['formerly', index]),
  }));

/** The old addresses of sections, tags, series and authors. */
export function ofVocabulary(content: string, vocabulary: Vocabulary): OldAddress[] {
  const of = (name: string, formerly: string[] = [], path: string[] = []) => {
    const file = fromProject(join(content, name));
    const { placeOf } = placesIn(() => readFileSync(file, 'utf8'), 0);
    return formerly.map((address, index): OldAddress => ({
      address,
      file,
      place: () => placeOf([...path, 'formerly', index]),
    }));
  };
  const { sections, tags, series, authors } = vocabulary;
  return [
    ...Object.entries({ sections, tags, series }).flatMap(([list, terms]) =>
      [...terms].flatMap(([key, { formerly }]) => of(`${list}.yaml`, formerly, [key])),
    ),
    ...[...authors].flatMap(([key, { formerly }]) => of(`authors/${key}.yaml`, formerly)),
  ];
}
