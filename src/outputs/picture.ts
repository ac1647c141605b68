import type { PictureNotes } from '../desk/picture-notes.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Focus } from '../desk/schema/pictures.ts';
import type { Rights } from '../desk/schema/rights.ts';

/** A picture with its whole address, as other sites and programs show it. */
export interface SharedPicture {
  url: string;
  /** In px. */
  width: number;
  height: number;
  figure: Figure;
  rights?: Rights | undefined;
  /** What is written inside its source’s file. */
  notes?: PictureNotes | undefined;
  /** The point that stays in sight when it is cut. */
  focus?: Focus | undefined;
  /** The addresses of its cuts to other shapes. */
  cuts?: string[];
}

/** A picture that is syndicated with its story. Its file is made already. */
export interface SyndicatedPicture extends SharedPicture {
  /** The length of its file. */
  bytes: number;
  type: 'image/jpeg' | 'image/png';
}
