import type { Copy } from './copy.ts';
import type { Place } from './problem.ts';
import type { StoryFrontmatter } from './schema/story.ts';

/** A story that the desk has checked. */
export interface StoryCopy extends Copy<StoryFrontmatter> {
  /** The last part of the address. */
  slug: string;
  /** The address below the front page, `/2021/03/09/kosovo-sends-troops-to-kuwait/`. */
  path: string;
  /** The places of fields that other checks may report. */
  placeOf(
    field: 'id' | 'published' | 'draft' | 'series' | 'part' | 'language' | 'translationOf',
  ): Place;
}
