import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Embed } from '../../desk/blocks.ts';
import type { Figure } from '../../desk/schema/figure.ts';
import type { Language } from '../../edition/language.ts';
import type { SharedRecording } from '../recording.ts';
import { footnotesNode } from './footnotes.ts';
import { recordingNode } from './recording.ts';
import { textNodes } from './text.ts';

/** A text with what goes along with it. */
export interface Told {
  /** The text’s. */
  language: Language;
  blocks: Block[];
  /** Every recording that may be syndicated, by its block’s `file`. */
  recordings: Map<string, SharedRecording>;
}

/**
 * Blocks as HTML that says what it is, for feeds, the wire and, by way of text-markdown.ts, plain
 * text. The page has the same, but for its pictures, which Astro makes, and what plays recordings.
 * @param page the whole address of the story
 * @param figure makes the node of a picture, which differs from output to output
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

/** The line that leads to what a still is of, and says on whose site that is. */
export function wayTo({ url }: Embed, { words }: Language): Element {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return h('figcaption', h('a', { href: url }, words.blocks.elsewhere(host)));
}
