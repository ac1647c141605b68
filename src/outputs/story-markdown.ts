import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { Moment } from '../desk/moment.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { Edition, Filed, Story } from '../edition/model.ts';
import type { Language } from '../edition/language.ts';
import { called, namesOf } from '../edition/listing.ts';
import { versionsIn } from '../edition/versions.ts';
import { nodesOf, type Told } from './blocks/nodes.ts';
import { insteadOf, kindOf } from './figure.ts';
import { line, link, list, paragraph, toMarkdown, words } from './markdown.ts';
import { noticesOf } from './notices.ts';
import type { SharedPicture } from './picture.ts';
import { asWritten } from './text-markdown.ts';

interface Text extends Told {
  story: Story;
  /** The pictures that may be syndicated. */
  pictures: SharedPicture[];
}

/**
 * A story as plain Markdown (CommonMark): the text of its page, with credits, address and rights for
 * anybody who republishes it. It is also readable without a Markdown program.
 */
export function storyMarkdown(
  { story, language, blocks, pictures, recordings }: Text,
  edition: Edition,
): string {
  const { addresses } = edition;
  const { headline, standfirst, lead } = story.frontmatter;
  const page = addresses.absolute(story.address);
  const whole = (href: string) => new URL(addresses.fromText(href), page).href;
  const figureNode = (figure: Figure) => {
    const picture = pictures.find((one) => one.figure.image === figure.image);
    const shown = picture
      ? [h('img', { src: picture.url, alt: figure.alt })]
      : insteadOf(story, figure, page, language);
    return h('figure', [...shown, captionOf(figure, picture, language)]);
  };
  const notices = (where: 'top' | 'bottom') =>
    noticesOf(story, where, language).map(({ label, moment, text }) =>
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
    ...nodesOf({ language, blocks, recordings }, page, figureNode),
  ];
  return toMarkdown([
    { type: 'heading', depth: 1, children: [words(headline)] },
    // For a retracted story, the retraction replaces the standfirst; it is one of the notices.
    ...(story.retraction ? [] : [paragraph(words(standfirst))]),
    list(bylineOf(story, edition.filed(story), language)),
    ...notices('top'),
    ...asWritten(body, whole),
    ...notices('bottom'),
    { type: 'thematicBreak' },
    list(imprintOf(story, edition, language)),
  ]);
}

function bylineOf(
  { frontmatter }: Story,
  { authors, section }: Filed,
  language: Language,
): PhrasingContent[][] {
  const { published, updated, kind, source } = frontmatter;
  const { page, story: said, kinds } = language.words;
  const date = (moment: Moment) => language.dates.long(moment);
  const names = namesOf(authors, language.tag);
  const label = kind && kinds[kind].toLocaleLowerCase(language.tag);
  const lines = [
    said.by(names.length, language.list.format(names)),
    source &&
      said
        .reporting<string | PhrasingContent>('')
        .concat(
          source.byline ? source.byline + page.comma : '',
          source.url ? link(source.url, source.name) : source.name,
          source.place ? page.comma + source.place : '',
        ),
    said.published(date(published)),
    updated && said.updated(date(updated)),
    [[called(section, language.tag).name, label].filter(Boolean).join(page.comma)],
  ];
  return lines.filter((one) => one !== undefined).map(line);
}

/** The information that accompanies a republished text. */
function imprintOf(story: Story, edition: Edition, language: Language): PhrasingContent[][] {
  const { addresses, policies, languageOf } = edition;
  const address = addresses.absolute(story.address);
  const { page, story: said, finding } = language.words;
  const { machines } = policies;
  const { part } = edition.contextOf(story);
  const { tags, series } = edition.filed(story);
  const others = versionsIn(edition, story).others.flatMap((version, at) => [
    ...(at === 0 ? [] : [words(page.comma)]),
    link(addresses.absolute(version.address), languageOf(version).name),
  ]);
  const topics = namesOf(tags, language.tag);
  const terms = machines && link(addresses.absolute(machines.address), machines.frontmatter.title);
  return [
    [words(`${page.topics}: ${topics.join(page.comma)}`)],
    ...(part && series
      ? [
          [
            link(addresses.absolute(series.address), called(series, language.tag).name),
            words(`: ${finding.partOf(part.number, part.last)}`),
          ],
        ]
      : []),
    line(said.address(link(address, address))),
    ...(others.length > 0 ? [[words(`${said.versions}: `), ...others]] : []),
    ...(terms ? [line(said.terms(terms))] : []),
  ];
}

/** @param picture the picture, if it may be syndicated */
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
