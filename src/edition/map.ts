import type { Figure } from '../desk/schema/figure.ts';
import type { LocatorMap } from '../desk/schema/map.ts';
import type { Publication } from '../desk/schema/publication.ts';
import type { Language } from './language.ts';

/** By which figures know a story’s map, as they know a picture by its file; no file has this name. */
const mapImage = ':map';

/** Whether a figure is the map of its story, which the site draws. */
export const isMap = ({ image }: Pick<Figure, 'image'>): boolean => image === mapImage;

/** A story’s map as a figure, with whose it is and whose borders it has. */
export function mapFigure(
  { alt, caption }: LocatorMap,
  { words }: Pick<Language, 'words'>,
  { name }: Pick<Publication, 'name'>,
): Figure {
  return { image: mapImage, alt, caption, credit: words.map.credit(name) };
}
