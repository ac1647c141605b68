import type { PictureNotes } from '../desk/picture-notes.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Focus } from '../desk/schema/pictures.ts';
import type { Rights } from '../desk/schema/rights.ts';

/** A picture with its absolute URL, for other sites and programs. */
export interface SharedPicture {
  url: string;
  /** In px. */
  width: number;
  height: number;
  figure: Figure;
  rights?: Rights | undefined;
  /** The metadata in its source file. */
  notes?: PictureNotes | undefined;
  /** The point that stays visible when the picture is cropped. */
  focus?: Focus | undefined;
  /** The addresses of crops with other aspect ratios. */
  cuts?: string[];
}

/** A picture that is syndicated with its story; its file already exists. */
export interface SyndicatedPicture extends SharedPicture {
  /** The size of its file. */
  bytes: number;
  type: 'image/jpeg' | 'image/png';
}
