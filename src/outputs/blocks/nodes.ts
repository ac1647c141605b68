import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Embed } from '../../desk/blocks.ts';
import type { Figure } from '../../desk/schema/figure.ts';
import type { Language } from '../../edition/language.ts';
import { textNodes } from './text.ts';

/**
 * Blocks as HTML that says what it is, for feeds, the wire and, by way of text-markdown.ts, plain
 * text. The page has the same, but for its pictures, which Astro makes.
 * @param language of the story
 * @param figure makes the node of a picture, which differs from output to output
 */
export function nodesOf(
  blocks: Block[],
  language: Language,
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
        return [h('div', { className: ['embed'] }, [...still, wayTo(block, language)])];
      }
      default:
        return textNodes(block, language.tag);
    }
  });
}

/** The line that leads to what a still is of, and says on whose site that is. */
export function wayTo({ url }: Embed, { words }: Language): Element {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return h('p', h('a', { href: url }, words.blocks.elsewhere(host)));
}
