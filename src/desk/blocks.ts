import type { ElementContent } from 'hast';
import type { Place } from './problem.ts';
import type { Figure } from './schema/figure.ts';

/** Running text: paragraphs, subheadings, lists, quotations. Links are as the editor wrote them. */
export interface Prose {
  type: 'prose';
  nodes: ElementContent[];
}

/** A picture in the running text. */
export interface FigureBlock {
  type: 'figure';
  figure: Figure;
  place: Place;
}

/** Words of the story in large type, with their speaker. */
export interface PullQuote {
  type: 'pull-quote';
  nodes: ElementContent[];
  speaker: string;
}

/** The story in brief as a list, or an explanation beside the story. */
export interface Titled {
  type: 'key-facts' | 'aside';
  title: string;
  nodes: ElementContent[];
}

/** Something short, within a line, and what is said about it. */
export interface Pair {
  head: ElementContent[];
  nodes: ElementContent[];
}

/** Figures with what each counts, or questions with their answers. */
export interface Pairs {
  type: 'key-figures' | 'q-and-a';
  pairs: Pair[];
}

/** What happened when. */
export interface Timeline {
  type: 'timeline';
  title: string;
  pairs: Pair[];
}

/** Where readers can follow up the story. */
export interface Documents {
  type: 'documents';
  title: string;
  /** Each with the address of its file or page, and a line that links there and says what it is. */
  documents: { href: string; nodes: ElementContent[] }[];
}

/** Rows of cells; the first row names the columns. */
export interface Table {
  type: 'table';
  title: string;
  /** All of the same length. */
  rows: ElementContent[][][];
  /** For each column, whether it contains numbers. */
  numeric: boolean[];
}

/** Pictures of one subject. */
export interface Gallery {
  type: 'gallery';
  title: string;
  figures: FigureBlock[];
}

/** A still of content on another site, and the link there. */
export interface Embed {
  type: 'embed';
  url: string;
  /** One, or none in a text with problems. */
  figures: FigureBlock[];
}

/** Audio or video, with its transcript. */
export interface Recording {
  type: 'audio' | 'video';
  title: string;
  /** Whose recording it is. */
  credit: string;
  /** Beside the text, `./interview.mp3`. */
  file: string;
  /** The subtitles of a video, `./interview.vtt`. */
  captions?: string;
  /** The still that is shown before a video plays; it has no words of its own. */
  poster?: Figure;
  transcript: ElementContent[];
  place: Place;
}

/** The footnotes of a text, in the order in which the text refers to them. */
export interface Footnotes {
  type: 'footnotes';
  /** Each with its id and the ids of its references; they link to each other. */
  notes: { id: string; calls: string[]; nodes: ElementContent[] }[];
}

/** A part of a story that consists only of words. */
export type TextBlock = Prose | PullQuote | Titled | Pairs | Timeline | Documents | Table;

/** The parts of a story in order. */
export type Block = TextBlock | FigureBlock | Gallery | Embed | Recording | Footnotes;

/** Every figure of a text, in its order. */
export function figuresIn(blocks: Block[]): FigureBlock[] {
  return blocks.flatMap((block) => {
    if (block.type === 'figure') return [block];
    return 'figures' in block ? block.figures : [];
  });
}

/** Every recording of a text. */
export function recordingsIn(blocks: Block[]): Recording[] {
  return blocks.filter(isRecording);
}

export function isRecording(block: Block): block is Recording {
  return block.type === 'audio' || block.type === 'video';
}

/** A link from the text to an address of this site, such as `/about/` or `#main`. */
export interface SiteLink {
  href: string;
  place: Place;
}

/** A story’s text as blocks, parsed from its Markdown once. */
export interface Body {
  blocks: Block[];
  links: SiteLink[];
  /** The number of words in the running text and the quotations. */
  words: number;
}
