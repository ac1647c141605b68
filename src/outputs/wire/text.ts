import { h } from 'hastscript';
import type { Figure } from '../../desk/schema/figure.ts';
import type { Edition } from '../../edition/model.ts';
import { nodesOf } from '../blocks/nodes.ts';
import { toHtml } from '../prose.ts';
import type { StoryBundle } from '../story-html.ts';

/**
 * The text of a story as HTML for other newsrooms, with absolute URLs and with captions as the wires
 * write them, the credit in parentheses at the end. It does not contain the lead picture and the notices,
 * which have their own fields in ninjs. Of a picture that may not be republished, only the caption
 * remains.
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
