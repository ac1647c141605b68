import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { Moment } from '../desk/moment.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Article, Edition } from '../edition/model.ts';
import type { Language } from '../edition/language.ts';
import { called } from '../edition/listing.ts';
import { nodesOf, type Told } from './blocks/nodes.ts';
import { insteadOf, kindOf } from './figure.ts';
import { line, link, list, paragraph, toMarkdown, words } from './markdown.ts';
import { noticesOf } from './notices.ts';
import type { SharedPicture } from './picture.ts';
import { asWritten } from './text-markdown.ts';

interface Text extends Told {
  article: Article;
  /** Those of its pictures that may be syndicated. */
  pictures: SharedPicture[];
}

/**
 * A story as plain Markdown (CommonMark): the words of its page with what goes along when it is passed
 * on, credits, address and rights. It also reads well as it is, without a program that knows Markdown.
 */
export function storyMarkdown(
  { article, blocks, pictures, recordings }: Text,
  edition: Pick<Edition, 'addresses' | 'policies'>,
): string {
  const { addresses } = edition;
  const { language } = article;
  const { headline, standfirst, lead } = article.frontmatter;
  const page = addresses.absolute(article.address);
  const whole = (href: string) => new URL(addresses.fromText(href), page).href;
  const figureNode = (figure: Figure) => {
    const picture = pictures.find((one) => one.figure.image === figure.image);
    const shown = picture
      ? [h('img', { src: picture.url, alt: figure.alt })]
      : insteadOf(article, figure, page);
    return h('figure', [...shown, captionOf(figure, picture, language)]);
  };
  const notices = (where: 'top' | 'bottom') =>
    noticesOf(article, where).map(({ label, moment, text }) =>
      paragraph(
        {
          type: 'strong',
          children: line(language.words.notices.opening(label, language.dates.long(moment))),
        },
        words(` ${text}`),
      ),
    );
  const body = [
    ...(lead ? [figureNode(lead)] : []),
    ...nodesOf({ article, blocks, recordings }, page, figureNode),
  ];
  return toMarkdown([
    { type: 'heading', depth: 1, children: [words(headline)] },
    // Of a retracted story the retraction is what there is to say, and it comes as a notice.
    ...(article.retraction ? [] : [paragraph(words(standfirst))]),
    list(bylineOf(article)),
    ...notices('top'),
    ...asWritten(body, whole),
    ...notices('bottom'),
    { type: 'thematicBreak' },
    list(imprintOf(article, edition)),
  ]);
}

function bylineOf({ frontmatter, authors, section, language }: Article): PhrasingContent[][] {
  const { published, updated, kind, source } = frontmatter;
  const { page, story, kinds } = language.words;
  const date = (moment: Moment) => language.dates.long(moment);
  const names = authors.map((author) => called(author, language).name);
  const label = kind && kinds[kind].toLocaleLowerCase(language.tag);
  const lines = [
    story.by(names.length, language.list.format(names)),
    source &&
      story
        .reporting<string | PhrasingContent>('')
        .concat(
          source.byline ? source.byline + page.comma : '',
          source.url ? link(source.url, source.name) : source.name,
          source.place ? page.comma + source.place : '',
        ),
    story.published(date(published)),
    updated && story.updated(date(updated)),
    [[called(section, language).name, label].filter(Boolean).join(page.comma)],
  ];
  return lines.filter((one) => one !== undefined).map(line);
}

/** What goes along with the text when it is passed on. */
function imprintOf(
  article: Article,
  { addresses, policies }: Pick<Edition, 'addresses' | 'policies'>,
): PhrasingContent[][] {
  const address = addresses.absolute(article.address);
  const { page, story, finding } = article.language.words;
  const { machines } = policies;
  const { part } = article;
  const others = article.versions
    .filter((version) => version !== article)
    .flatMap((version, at) => [
      ...(at === 0 ? [] : [words(page.comma)]),
      link(addresses.absolute(version.address), version.language.name),
    ]);
  const topics = article.tags.map((tag) => called(tag, article.language).name);
  const terms = machines && link(addresses.absolute(machines.address), machines.frontmatter.title);
  return [
    [words(`${page.topics}: ${topics.join(page.comma)}`)],
    ...(part
      ? [
          [
            link(
              addresses.absolute(part.series.address),
              called(part.series, article.language).name,
            ),
            words(`: ${finding.partOf(part.number, part.last)}`),
          ],
        ]
      : []),
    line(story.address(link(address, address))),
    ...(others.length > 0 ? [[words(`${story.versions}: `), ...others]] : []),
    ...(terms ? [line(story.terms(terms))] : []),
  ];
}

/** @param picture the picture, when it may be syndicated */
function captionOf(
  figure: Figure,
  picture: SharedPicture | undefined,
  { words: { figure: said } }: Language,
): Element {
  const { holder, licence, licenceUrl } = picture?.rights ?? {};
  const rights = [
    ...(holder ? [holder] : []),
    ...(licence && !licenceUrl ? [licence] : []),
    ...(licenceUrl ? [h('a', { href: licenceUrl }, licence ?? licenceUrl)] : []),
  ];
  return h('figcaption', [
    h('em', figure.caption),
    ` ${said[kindOf(figure)]}: ${figure.credit}`,
    ...rights.flatMap((right, at) => [at === 0 ? `. ${said.rights}: ` : ', ', right]),
  ]);
}
