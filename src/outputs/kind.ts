import type { kindsOfStory } from '../desk/schema/story.ts';

/** What a story is that is not simply news. */
export type Kind = (typeof kindsOfStory)[number];

/** A kind of story as readers see it, above the headline. */
export const kindLabels: Record<Kind, string> = {
  reportage: 'Reportage',
  analysis: 'Analysis',
  background: 'Background',
  opinion: 'Opinion',
  review: 'Review',
};
