import type { Root } from 'mdast';
import type { Place } from '../desk/schema/place.ts';

/** A value for a field of the story, and how sure the desk can be of it. */
export interface Found<Value = string> {
  value: Value;
  /** The source said so in a field of its own, or it was read off the words. */
  how: 'taken' | 'guessed';
  /** The words of the source it was read from, where they are not the value itself. */
  from?: string;
}

/** Something of the source that has no place in the story, quoted so that an editor can decide. */
export interface Lost {
  what: string;
  text: string;
}

/** A picture that a source names. */
export interface ArrivedPicture {
  /** Where the source keeps it: a web address or a path; empty when it only has a caption. */
  address: string;
  alt: string;
  /** As the wires write it, with the credit in brackets at the end. */
  caption: string;
}

/** The reporting that a story rests on. */
export interface ArrivedSource {
  name?: Found;
  byline?: Found;
  place?: Found;
  url?: Found;
}

/** A story as it came from elsewhere, before the newsroom's own vocabulary is held against it. */
export interface ImportedStory {
  /** The source's own id for the story; empty if it has none, then a digest of its content is used. */
  sourceId: string;
  /** Which version of the story it is, where its source counts them. */
  version?: number;
  /** The feed or site in which that id is unique; its file if unset. */
  feed?: string;
  headline?: Found;
  standfirst?: Found;
  /** The address at which readers found it until now. */
  link?: string;
  /** The last part of that address, by which the story is to be called here, too. */
  slug?: string;
  /** Others at which it was found before, whole or from the root of its host on. */
  otherLinks?: string[];
  /** Which of all these shall lead to the story here, and which cannot. */
  former?: Found[];
  left?: string[];
  /** Names of sections and tags as the source writes them. */
  sections: string[];
  tags: string[];
  /** The name of the series that it is a part of. */
  series?: string;
  /** Names of those who sign. */
  authors: string[];
  /** What the source says of its author, in which a known name may stand. */
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
  /** Why it may not be published, or not yet, as its sender says. */
  held?: string;
  updateNote?: Found;
  /** When its source was last saved, which need not have changed anything in substance. */
  changed?: string;
  /** What had to be put right since; dates as the desk reads them. */
  corrections: { date: string; kind: string; text: string }[];
  places: Place[];
  lead?: ArrivedPicture;
  /** Points that stay in sight when pictures are cut, as the desk reads them. */
  focused: { address: string; focus: string }[];
  source: ArrivedSource;
  /** The running text. A picture's address is the source's; its title is the caption. */
  text: Root;
  lost: Lost[];
  /** What an editor has to know of how the copy was read. */
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

/** A field that its source states, or nothing when the text is empty. */
export function taken(text: string | undefined): Found | undefined {
  const value = text?.trim();
  return value ? { value, how: 'taken' } : undefined;
}

/** A caption as the wires write it; a credit that it already ends with is not said twice. */
export function captionWith(caption: string, credit: string): string {
  const words = caption.replace(/\s+/g, ' ').trim();
  // Brackets that do not match would hide where the credit begins.
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
