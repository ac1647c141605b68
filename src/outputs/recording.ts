import type { Recording } from '../desk/blocks.ts';
import type { PictureRights } from '../desk/by-picture.ts';
import type { SharedPicture } from './picture.ts';

/** A recording with its absolute URL, for other sites and programs. */
export interface SharedRecording {
  block: Recording;
  url: string;
  /** Its path relative to the front page, `media/3f0c52a85d0e-interview.mp3`. */
  path: string;
  /** The media type. */
  type: string;
  /** The size of the file. */
  bytes: number;
  /** The address of its subtitles. */
  captions?: string;
  poster?: SharedPicture;
  rights?: PictureRights;
}
