import type { Root } from 'mdast';
import type { Place } from '../desk/schema/place.ts';

/** A value for a field of the story, and how reliable it is. */
export interface Found<Value = string> {
  value: Value;
  /** `taken` from a field of the source, or `guessed` from the words. */
  how: 'taken' | 'guessed';
  /** The words of the source that it was read from, if they differ from the value. */
  from?: string;
}

/** Something in the source that has no place in the story, quoted so that an editor can decide. */
export interface Lost {
  what: string;
  text: string;
}

/** A picture that a source names. */
export interface ArrivedPicture {
  /** Its address in the source, a web address or a path; empty if it has only a caption. */
  address: string;
  alt: string;
  /** As the wires write it, with the credit in parentheses at the end. */
  caption: string;
}

/** The source of a story’s reporting. */
export interface ArrivedSource {
  name?: Found;
  byline?: Found;
  place?: Found;
  url?: Found;
}

/** A story from elsewhere, before it is matched with the newsroom's vocabulary. */
export interface ImportedStory {
  /** The source's own id for the story; empty if it has none, then a digest of its content is used. */
  sourceId: string;
  /** The version of the story, if its source numbers them. */
  version?: number;
  /** The feed or site in which that id is unique; its file if unset. */
  feed?: string;
  headline?: Found;
  standfirst?: Found;
  /** Its old address. */
  link?: string;
  /** The last part of that address, which the story is to keep here. */
  slug?: string;
  /** Other old addresses, full or as paths from the root of the host. */
  otherLinks?: string[];
  /** The old addresses that redirect to the story here, and those that cannot. */
  former?: Found[];
  left?: string[];
  /** The names of sections and tags, as the source writes them. */
  sections: string[];
  tags: string[];
  /** The name of the series that it is a part of. */
  series?: string;
  /** The names in the byline. */
  authors: string[];
  /** What the source says about its author; it may contain a known name. */
  about?: string;
  kind?: Found;
  /** A language tag, as its source writes it. */
  language?: Found;
  /** The id, in this newsroom, of the original that it translates. */
  translationOf?: Found;
  dateline?: Found;
  /** Moments as the desk reads them, `2021-03-09` or `2021-03-09T14:30:00Z`. */
  published?: Found;
  updated?: Found;
  /** Why its sender does not allow publication, or not yet. */
  held?: string;
  updateNote?: Found;
  /** When its source was last saved, perhaps without a change in substance. */
  changed?: string;
  /** Its corrections, with dates as the desk reads them. */
  corrections: { date: string; kind: string; text: string }[];
  places: Place[];
  lead?: ArrivedPicture;
  /** Focus points of pictures, as the desk reads them. */
  focused: { address: string; focus: string }[];
  source: ArrivedSource;
  /** The running text. A picture's address is the source's; its title is the caption. */
  text: Root;
  lost: Lost[];
  /** What an editor should know about how the source was read. */
  notes: string[];
}

/** An imported story with nothing in it yet. */
export function emptyStory(sourceId: string): ImportedStory {
  return {
    sourceId,
    sections: [],
    tags: [],
    authors: [],
    corrections: [],
    places: [],
    focused: [],
    source: {},
    text: { type: 'root', children: [] },
    lost: [],
    notes: [],
  };
}

/** A field that the source states, or undefined if the text is empty. */
export function taken(text: string | undefined): Found | undefined {
  const value = text?.trim();
  return value ? { value, how: 'taken' } : undefined;
}

/** A caption as the wires write it; a credit at its end is not repeated. */
export function captionWith(caption: string, credit: string): string {
  const words = caption.replace(/\s+/g, ' ').trim();
  // With unbalanced parentheses, the beginning of the credit could not be found.
  const isReadable = /^(?:[^()]|\([^()]*\))*$/.test(credit);
  const name = (isReadable ? credit : credit.replace(/[()]/g, '')).replace(/\s+/g, ' ').trim();
  return name === '' || words.endsWith(`(${name})`) ? words : `${words} (${name})`.trim();
}

/** The parts of such a caption. */
export function splitCaption(title: string): { caption: string; credit: string } {
  const { caption, credit } =
    /^(?<caption>.*?)\s*\((?<credit>(?:[^()]|\([^()]*\))*)\)\s*$/s.exec(title)?.groups ?? {};
  return { caption: caption ?? title, credit: credit ?? '' };
}
