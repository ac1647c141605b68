import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Embed } from '../../desk/blocks.ts';
import type { Figure } from '../../desk/schema/figure.ts';
import type { Language } from '../../edition/language.ts';
import type { SharedRecording } from '../recording.ts';
import { footnotesNode } from './footnotes.ts';
import { recordingNode } from './recording.ts';
import { textNodes } from './text.ts';

/** A text with its language and recordings. */
export interface Told {
  /** The language of the text. */
  language: Language;
  blocks: Block[];
  /** Every recording that may be syndicated, by its block’s `file`. */
  recordings: Map<string, SharedRecording>;
}

/**
 * Blocks as semantic HTML, for feeds, the wire and, through text-markdown.ts, plain text. The page uses
 * the same, except for pictures, which Astro creates, and players of recordings.
 * @param page the absolute URL of the story
 * @param figure creates the node of a picture, which differs between outputs
 */
export function nodesOf(
  { language, blocks, recordings }: Told,
  page: string,
  figure: (figure: Figure) => Element,
): ElementContent[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'figure':
        return [figure(block.figure)];
      case 'gallery': {
        const pictures = block.figures.map((one) => figure(one.figure));
        return [
          h('figure', { className: ['gallery'] }, [h('figcaption', block.title), ...pictures]),
        ];
      }
      case 'embed': {
        const still = block.figures.map((one) => figure(one.figure));
        return [h('figure', { className: ['embed'] }, [...still, wayTo(block, language)])];
      }
      case 'audio':
      case 'video':
        return [recordingNode(block, recordings.get(block.file), language, page)];
      case 'footnotes':
        return [footnotesNode(block, language)];
      default:
        return textNodes(block, language.tag);
    }
  });
}

/** The line that links from a still image to its source and names the other site. */
export function wayTo({ url }: Embed, { words }: Language): Element {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return h('figcaption', h('a', { href: url }, words.blocks.elsewhere(host)));
}
