import type { ElementContent } from 'hast';
import type { Place } from './fault.ts';
import type { Figure } from './schema/figure.ts';

/** Running text: paragraphs, subheadings, lists, quotations. Links are as the editor wrote them. */
export interface Prose {
  type: 'prose';
  nodes: ElementContent[];
}

/** A picture of the running text. */
export interface FigureBlock {
  type: 'figure';
  figure: Figure;
  place: Place;
}

/** Words of the story set large, with who said them. */
export interface PullQuote {
  type: 'pull-quote';
  nodes: ElementContent[];
  speaker: string;
}

/** The parts of a story in order; each has one rendering for the page and one for the feed. */
export type Block = Prose | FigureBlock | PullQuote;

/** A link from the text to an address of this site, such as `/about/` or `#main`. */
export interface SiteLink {
  href: string;
  place: Place;
}

/** A story's text, set from its Markdown once. */
export interface Body {
  blocks: Block[];
  links: SiteLink[];
  /** Count of words in the running text and the quotations. */
  words: number;
}
