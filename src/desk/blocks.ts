import type { ElementContent } from 'hast';
import type { Place } from './problem.ts';
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

/** The story in brief as a list, or a word beside the story. */
export interface Titled {
  type: 'key-facts' | 'aside';
  title: string;
  nodes: ElementContent[];
}

/** Something short, within a line, and what is said of it. */
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

/** Where the story can be followed up. */
export interface Documents {
  type: 'documents';
  title: string;
  /** Each with the address of its file or page and a line that leads there and says what it is. */
  documents: { href: string; nodes: ElementContent[] }[];
}

/** Rows of cells, of which the first names the columns. */
export interface Table {
  type: 'table';
  title: string;
  /** All of the same length. */
  rows: ElementContent[][][];
  /** Of each column, whether it holds numbers. */
  numeric: boolean[];
}

/** Pictures of one thing. */
export interface Gallery {
  type: 'gallery';
  title: string;
  figures: FigureBlock[];
}

/** A still of what is on another site, and the way there. */
export interface Embed {
  type: 'embed';
  url: string;
  /** One; none only in a text with problems. */
  figures: FigureBlock[];
}

/** Sound or film, with all that is said in it. */
export interface Recording {
  type: 'audio' | 'video';
  title: string;
  /** Whose it is. */
  credit: string;
  /** Beside the text, `./interview.mp3`. */
  file: string;
  /** The subtitles of a film, `./interview.vtt`. */
  captions?: string;
  /** What is shown of a film before it runs; it has no words of its own. */
  poster?: Figure;
  transcript: ElementContent[];
  place: Place;
}

/** What the text says of some of its words at its end, in the order in which they are called. */
export interface Footnotes {
  type: 'footnotes';
  /** Each with its id and those of its calls, which lead to each other. */
  notes: { id: string; calls: string[]; nodes: ElementContent[] }[];
}

/** A part of a story that is made of words alone. */
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

/** A story’s text, set from its Markdown once. */
export interface Body {
  blocks: Block[];
  links: SiteLink[];
  /** Count of words in the running text and the quotations. */
  words: number;
}
