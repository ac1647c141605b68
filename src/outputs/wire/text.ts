import { h } from 'hastscript';
import type { Figure } from '../../desk/schema/figure.ts';
import type { Edition } from '../../edition/model.ts';
import { nodesOf } from '../blocks/nodes.ts';
import { toHtml } from '../prose.ts';
import type { StoryBundle } from '../story-html.ts';

/**
 * The running text of a story as HTML for other desks: captions as the wires write them, with the
 * credit in brackets at the end, and whole addresses. The lead picture and the notices are not in it,
 * they have places of their own on the wire. A picture that may not be republished leaves its words.
 */
export function wireText(item: StoryBundle, { addresses }: Pick<Edition, 'addresses'>): string {
  const { story, pictures } = item;
  const page = addresses.absolute(story.address);
  const whole = (href: string) => addresses.absolute(new URL(addresses.fromText(href), page).href);
  const figureNode = (figure: Figure) => {
    const picture = pictures.get(figure.image);
    return h('figure', [
      ...(picture ? [h('img', { src: picture.url, alt: figure.alt })] : []),
      h('figcaption', captionOf(figure)),
    ]);
  };
  return toHtml(nodesOf(item, page, figureNode), whole);
}

/** “Who, where and when. (Name/AGENCY)” */
function captionOf({ caption, credit }: Figure): string {
  return `${caption} (${credit})`;
}
