import type { Vocabulary } from '../desk/schema/vocabulary.ts';
import type { Wishes } from './filing.ts';

/** How to import. */
export interface ImportOptions {
  /** The content folder. */
  content: string;
  vocabulary: Vocabulary;
  wishes: Wishes;
  /** A folder within articles/ for all stories, instead of their year and month. */
  into?: string;
  /** Whether to fetch the pictures that the copy names. */
  withPictures: boolean;
  /** Whether servers of this machine and of private networks may be asked for them, too. */
  fromPrivateNetwork?: boolean;
  /** The folder of files that are served as they are. */
  publicFolder: string;
  /** The address of the site until now, for copy that leaves it out. */
  site?: string;
  /** Whether the time when a source was last saved is that of a change in substance. */
  withUpdates: boolean;
  /** Whether tags of the source that the newsroom has not are added to tags.yaml. */
  withTags?: boolean;
}
