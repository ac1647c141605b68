import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import { splitCaption, type ImportedStory } from './imported-story.ts';

declare module 'mdast' {
  interface ImageData {
    /** The line of plain text from which the picture’s words were read. */
    line?: string;
  }
}

/** A picture of an imported story: its address in the source and its name beside the story. */
export interface StoryPicture {
  /** The name beside the story, `picture-1.jpg`: never one that the source chose. */
  file: string;
  /** Its address in the source; empty if it has none. */
  address: string;
  isLead: boolean;
  /** The line of the source from which its words were read, if they differ from that line. */
  line?: string;
  /** What an editor has to add before the desk accepts it. */
  needs: string[];
}

/**
 * Names the pictures of a story, the lead first, and puts the names into its text.
 * @returns the pictures in order; the same address twice is one picture
 */
export function namePictures(imported: ImportedStory): StoryPicture[] {
  const pictures: StoryPicture[] = [];
  const name = (
    { address, alt, title }: { address: string; alt: string; title: string },
    isLead: boolean,
    line?: string,
  ): string => {
    const same = pictures.find((picture) => address !== '' && picture.address === address);
    const file = same?.file ?? `picture-${pictures.length + 1}${endingOf(address)}`;
    const needs = needsOf(alt, title);
    if (same) same.needs = [...new Set([...same.needs, ...needs])];
    else pictures.push({ file, address, isLead, needs: ['file', ...needs], ...(line && { line }) });
    return file;
  };
  if (imported.lead) name({ ...imported.lead, title: imported.lead.caption }, true);
  visit(imported.text, 'image', (image: Image) => {
    const words = { address: image.url, alt: image.alt ?? '', title: image.title ?? '' };
    image.url = name(words, false, image.data?.line);
  });
  return pictures;
}

function needsOf(alt: string, title: string): string[] {
  const { caption, credit } = splitCaption(title);
  const parts = { alt, caption, credit };
  return Object.entries(parts).flatMap(([part, words]) => (words.trim() ? [] : [part]));
}

/** The file extension: formats that the desk accepts keep theirs; a GIF is converted to PNG when fetched. */
function endingOf(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  const ending = /\.(jpe?g|png|webp|avif|tiff?|gif)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
  return ending === 'gif' ? '.png' : `.${ending}`;
}
