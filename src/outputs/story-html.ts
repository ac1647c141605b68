import { h } from 'hastscript';
import type { Figure } from '../desk/schema/figure.ts';
import type { Story, Edition } from '../edition/model.ts';
import { langOf } from '../edition/language.ts';
import { maySyndicate } from '../edition/rights.ts';
import { nodesOf, type Told } from './blocks/nodes.ts';
import { insteadOf, kindOf } from './figure.ts';
import { noticesOf } from './notices.ts';
import type { SyndicatedPicture } from './picture.ts';
import { toHtml } from './prose.ts';

/** A story with everything that is syndicated, for feeds and partners. */
export interface StoryBundle extends Told {
  story: Story;
  /** The pictures that may be syndicated, the lead first, by their figures’ `image`. */
  pictures: Map<string, SyndicatedPicture>;
}

/**
 * A story for feeds: the text of the page as HTML with absolute URLs. It starts with the standfirst,
 * since most feed readers show nothing else of the summary. A picture that may not be republished is
 * replaced by a note.
 */
export function feedHtml(
  item: StoryBundle,
  { addresses, language: around }: Pick<Edition, 'addresses' | 'language'>,
): string {
  const { story, language, pictures } = item;
  const { words, dates } = language;
  const strange = langOf(language.tag, around.tag);
  const page = addresses.absolute(story.address);
  const whole = (href: string) => addresses.absolute(new URL(addresses.fromText(href), page).href);
  const figureNode = (figure: Figure) =>
    h('figure', [
      ...(maySyndicate(story, figure)
        ? [h('img', { src: pictures.get(figure.image)?.url, alt: figure.alt })]
        : insteadOf(story, figure, page, language)),
      h('figcaption', [
        figure.caption,
        ' ',
        h('small', `${words.figure[kindOf(figure)]}: ${figure.credit}`),
      ]),
    ]);
  const { standfirst, lead } = story.frontmatter;
  const nodes = nodesOf(item, page, figureNode);
  const notices = (where: 'top' | 'bottom') =>
    noticesOf(story, where, language).map(({ label, moment, text }) =>
      h('p', [h('strong', words.notices.opening(label, dates.long(moment))), ` ${text}`]),
    );
  // For a retracted story, the first notice says the same.
  const opening = story.retraction ? [] : [h('p', h('strong', standfirst))];
  const leading = lead ? [figureNode(lead)] : [];
  const all = [...opening, ...notices('top'), ...leading, ...nodes, ...notices('bottom')];
  // Few readers heed the language that a feed states for a story, least of all a right-to-left one.
  return toHtml(strange.lang ? [h('div', strange, all)] : all, whole);
}
