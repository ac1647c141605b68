import type { PhrasingContent, RootContent } from 'mdast';
import type { Block } from '../desk/blocks.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Article, Edition } from '../edition/edition.ts';
import { listFormat } from '../edition/language.ts';
import { warningOf } from '../edition/rights.ts';
import { kindOf } from './figure.ts';
import { link, list, paragraph, toMarkdown, words } from './markdown.ts';
import { noticesOf } from './notices.ts';
import { pictureWords } from './picture-words.ts';
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
  const { addresses, dates } = edition;
  const { headline, standfirst, lead } = article.front;
  const page = addresses.absolute(article.address);
  const whole = (href: string) => new URL(addresses.fromText(href), page).href;
  const figureNodes = (figure: Figure) => {
    const picture = pictures.find((one) => one.figure.image === figure.image);
    const shown = picture
      ? [paragraph({ type: 'image', url: picture.url, alt: figure.alt })]
      : insteadOf(warningOf(article, figure), page);
    return [...shown, captionOf(figure, picture)];
  };
  const notices = (where: 'top' | 'bottom') =>
    noticesOf(article, where).map(({ label, moment, text }) =>
      paragraph(
        { type: 'strong', children: [words(`${label}, ${dates.long(moment)}:`)] },
        words(` ${text}`),
      ),
    );
  const body = blocks.flatMap((block): RootContent[] => {
    switch (block.type) {
      case 'prose':
        return asWritten(block.nodes, whole);
      case 'figure':
        return figureNodes(block.figure);
      case 'pull-quote': {
        const speaker = paragraph(words(`— ${block.speaker}`));
        return [{ type: 'blockquote', children: [...asWritten(block.nodes, whole), speaker] }];
      }
    }
  });
  return toMarkdown([
    { type: 'heading', depth: 1, children: [words(headline)] },
    // Of a retracted story the retraction is what there is to say, and it comes as a notice.
    ...(article.retraction ? [] : [paragraph(words(standfirst))]),
    list(bylineOf(article, edition)),
    ...notices('top'),
    ...(lead ? figureNodes(lead) : []),
    ...body,
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

/** What stands for a picture that may not be handed on, or not uncovered. */
function insteadOf(warning: string | undefined, page: string): RootContent[] {
  const { notHandedOn, covered, story } = pictureWords;
  const label: PhrasingContent = { type: 'strong', children: [words(pictureWords.warning)] };
  return [
    ...(warning === undefined ? [] : [paragraph(label, words(` ${warning}`))]),
    paragraph(words(warning === undefined ? notHandedOn : covered), link(page, story), words('.')),
  ];
}

/** @param picture the picture, when it may be handed on */
function captionOf(figure: Figure, picture: SharedPicture | undefined): RootContent {
  const { holder, licence, licenceUrl } = picture?.rights ?? {};
  const rights = [
    ...(holder ? [words(holder)] : []),
    ...(licence && !licenceUrl ? [words(licence)] : []),
    ...(licenceUrl ? [link(licenceUrl, licence ?? licenceUrl)] : []),
  ];
  return paragraph(
    { type: 'emphasis', children: [words(figure.caption)] },
    words(` ${kindOf(figure)}: ${figure.credit}`),
    ...rights.flatMap((right, at) => [words(at === 0 ? '. Rights: ' : ', '), right]),
  );
}
