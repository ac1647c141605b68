import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Article, Edition } from '../edition/edition.ts';
import { listFormat } from '../edition/language.ts';
import { nodesOf } from './blocks/nodes.ts';
import { kindOf } from './figure.ts';
import { link, list, paragraph, toMarkdown, words } from './markdown.ts';
import { noticesOf } from './notices.ts';
import type { SharedPicture } from './picture.ts';
import { asWritten } from './text-markdown.ts';

interface Text {
  article: Article;
  blocks: Block[];
  /** Those of its pictures that may be handed on. */
  pictures: SharedPicture[];
}

/**
 * A story as plain Markdown (CommonMark): the words of its page with what goes along when it is passed
 * on, credits, address and rights. It also reads well as it is, without a program that knows Markdown.
 */
export function storyMarkdown(
  { article, blocks, pictures }: Text,
  edition: Pick<Edition, 'publication' | 'addresses' | 'dates' | 'policies'>,
): string {
  const { publication, addresses, dates } = edition;
  const { headline, standfirst, lead } = article.front;
  const page = addresses.absolute(article.address);
  const whole = (href: string) => new URL(addresses.fromText(href), page).href;
  const figureNode = (figure: Figure) =>
    figureOf(
      figure,
      pictures.find((one) => one.figure.image === figure.image),
      page,
    );
  const notices = (where: 'top' | 'bottom') =>
    noticesOf(article, where).map(({ label, moment, text }) =>
      paragraph(
        { type: 'strong', children: [words(`${label}, ${dates.long(moment)}:`)] },
        words(` ${text}`),
      ),
    );
  const body = [
    ...(lead ? [figureNode(lead)] : []),
    ...nodesOf(blocks, publication.language, figureNode),
  ];
  return toMarkdown([
    { type: 'heading', depth: 1, children: [words(headline)] },
    // Of a retracted story the retraction is what there is to say, and it comes as a notice.
    ...(article.retraction ? [] : [paragraph(words(standfirst))]),
    list(bylineOf(article, edition)),
    ...notices('top'),
    ...asWritten(body, whole),
    ...notices('bottom'),
    { type: 'thematicBreak' },
    list(imprintOf(article, edition)),
  ]);
}

function bylineOf(
  article: Article,
  { publication, dates }: Pick<Edition, 'publication' | 'dates'>,
): PhrasingContent[][] {
  const { published, updated, kind, source } = article.front;
  const names = listFormat(publication.language);
  const lines = [
    [words(`By ${names.format(article.authors.map(({ name }) => name))}`)],
    source && [
      words(`Reporting: ${source.byline ? `${source.byline}, ` : ''}`),
      source.url ? link(source.url, source.name) : words(source.name),
      ...(source.place ? [words(`, ${source.place}`)] : []),
    ],
    [words(`Published ${dates.long(published)}`)],
    updated && [words(`Updated ${dates.long(updated)}`)],
    [words([article.section.name, ...(kind ? [kind] : [])].join(', '))],
  ];
  return lines.filter((line) => line !== undefined);
}

/** What goes along with the text when it is passed on. */
function imprintOf(
  article: Article,
  { addresses, policies }: Pick<Edition, 'addresses' | 'policies'>,
): PhrasingContent[][] {
  const page = addresses.absolute(article.address);
  const { machines } = policies;
  return [
    [words(`Topics: ${article.tags.map(({ name }) => name).join(', ')}`)],
    [words('Published at '), link(page, page)],
    ...(machines
      ? [[words('Terms: '), link(addresses.absolute(machines.address), machines.front.title)]]
      : []),
  ];
}

/** @param picture the picture, when it may be handed on */
function figureOf(figure: Figure, picture: SharedPicture | undefined, page: string): Element {
  const { holder, licence, licenceUrl } = picture?.rights ?? {};
  const rights = [
    ...(holder ? [holder] : []),
    ...(licence && !licenceUrl ? [licence] : []),
    ...(licenceUrl ? [h('a', { href: licenceUrl }, licence ?? licenceUrl)] : []),
  ];
  return h('figure', [
    picture
      ? h('img', { src: picture.url, alt: figure.alt })
      : h('p', [
          'The picture may not be handed on; it is with ',
          h('a', { href: page }, 'the story'),
          '.',
        ]),
    h('figcaption', [
      h('em', figure.caption),
      ` ${kindOf(figure)}: ${figure.credit}`,
      ...rights.flatMap((right, at) => [at === 0 ? '. Rights: ' : ', ', right]),
    ]),
  ]);
}
