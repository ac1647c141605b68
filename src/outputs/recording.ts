import type { Recording } from '../desk/blocks.ts';
import type { PictureRights } from '../desk/by-picture.ts';
import type { SharedPicture } from './picture.ts';

/** A recording with its whole address, as other sites and programs play it. */
export interface SharedRecording {
  block: Recording;
  url: string;
  /** Where its file lies below the front page, `media/3f0c52a85d0e-interview.mp3`. */
  path: string;
  /** The media type. */
  type: string;
  /** The size of the file. */
  bytes: number;
  /** Where its subtitles lie. */
  captions?: string;
  poster?: SharedPicture;
  rights?: PictureRights;
}
