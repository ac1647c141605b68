import type { Vocabulary } from '../desk/schema/vocabulary.ts';
import type { Wishes } from './filing.ts';

/** How to import. */
export interface ImportOptions {
  /** The content folder. */
  content: string;
  vocabulary: Vocabulary;
  wishes: Wishes;
  /** A folder in articles/ for all stories, instead of their year and month. */
  into?: string;
  /** Whether to fetch the pictures that the source names. */
  withPictures: boolean;
  /** Whether to fetch them also from this machine and private networks. */
  fromPrivateNetwork?: boolean;
  /** The public folder, whose files are served unchanged. */
  publicFolder: string;
  /** The old address of the site, for sources that do not have it. */
  site?: string;
  /** Whether the time of the last save counts as a change in substance. */
  withUpdates: boolean;
  /** Whether to add unknown tags of the source to tags.yaml. */
  withTags?: boolean;
}
