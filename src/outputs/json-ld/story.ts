import type { CreativeWork, NewsArticle, Place } from 'schema-dts';
import type * as desk from '../../desk/schema/place.ts';
import type { Kind } from '../../desk/schema/story.ts';
import type { Addresses } from '../../edition/addresses.ts';
import { datelinePlace } from '../../edition/dateline.ts';
import type { Article, Edition } from '../../edition/model.ts';
import type { SharedPicture } from '../picture.ts';
import type { SharedRecording } from '../recording.ts';
import { correctionComment } from './correction.ts';
import { imageObject } from './image.ts';
import { called } from '../../edition/listing.ts';
import { originalOf } from '../../edition/versions.ts';
import { inSite } from './page.ts';
import { recordingObject } from './recording.ts';
import { person } from './person.ts';
import { publisher } from './publisher.ts';
import { asScript } from './script.ts';
import { creativeSeries } from './series.ts';

const types = {
  reportage: 'ReportageNewsArticle',
  analysis: 'AnalysisNewsArticle',
  background: 'BackgroundNewsArticle',
  opinion: 'OpinionNewsArticle',
  review: 'ReviewNewsArticle',
} as const satisfies Record<Kind, string>;

/** The name by which all JSON-LD of the site knows a story. */
export function storyId({ address }: Article, addresses: Addresses): string {
  return `${addresses.absolute(address)}#story`;
}

/**
 * A story’s page. Only programs are told the rights to its pictures and where its places are; all
 * else a reader sees there, or on the pages of its authors.
 * @param pictures those that the page shows open, in its order
 * @param recordings those on the page
 */
export function storyJsonLd(
  article: Article,
  edition: Edition,
  pictures: SharedPicture[],
  recordings: SharedRecording[],
): string {
  const { addresses, policies } = edition;
  const { language } = article;
  const { headline, standfirst, kind, dateline, source } = article.frontmatter;
  const { part } = article;
  const section = {
    address: article.section.address,
    name: called(article.section, language).name,
  };
  const page = inSite(edition, { title: headline, address: article.address }, [section]);
  const places = placesOf(article);
  const recorded = (kind: 'audio' | 'video') => {
    const own = recordings.filter(({ block }) => block.type === kind);
    return own.length > 0 && { [kind]: own.map((one) => recordingObject(one, article)) };
  };
  const story: NewsArticle = {
    '@type': kind ? types[kind] : 'NewsArticle',
    '@id': storyId(article, addresses),
    mainEntityOfPage: { '@id': page['@id'] },
    url: page['@id'],
    headline,
    description: standfirst,
    inLanguage: language.tag,
    ...versionsOf(article, addresses),
    datePublished: article.frontmatter.published.iso,
    dateModified: article.modified.iso,
    articleSection: section.name,
    keywords: article.tags.map((tag) => called(tag, language).name),
    ...(part && {
      isPartOf: creativeSeries(part.series, addresses, language),
      position: part.number,
    }),
    // A story that was taken back has no text any more, nor a dateline to open it.
    ...(article.retraction
      ? { creativeWorkStatus: 'Retracted' }
      : {
          wordCount: article.words,
          ...(dateline && { dateline }),
          ...(places.length > 0 && { contentLocation: places.map(asPlace) }),
        }),
    isAccessibleForFree: true,
    author: article.authors.map((author) => person(author, addresses, language)),
    publisher: publisher(edition),
    ...(policies.machines && { usageInfo: addresses.absolute(policies.machines.address) }),
    ...(source && { isBasedOn: original(source) }),
    ...(pictures.length > 0 && {
      image: pictures.flatMap((one) => [imageObject(one), ...(one.cuts ?? [])]),
    }),
    ...recorded('audio'),
    ...recorded('video'),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map((one) => correctionComment(one, language.words)),
    }),
  };
  return asScript([story, { '@type': 'WebPage', ...page }]);
}

/** The original of a translation, or the translations of an original, as far as they are published. */
function versionsOf(article: Article, addresses: Addresses) {
  const first = originalOf(article);
  const named = (one: Article) => ({ '@id': storyId(one, addresses) });
  if (first && first !== article) return { translationOfWork: named(first) };
  const others = first ? article.versions.filter((one) => one !== article) : [];
  return others.length > 0 ? { workTranslation: others.map(named) } : {};
}

/** Where a story happens; first the place that its dateline names. */
function placesOf({ frontmatter }: Article): desk.Place[] {
  const first = datelinePlace(frontmatter);
  const others = (frontmatter.places ?? []).filter((place) => place !== first);
  return first ? [first, ...others] : others;
}

function asPlace({ name, at: [latitude, longitude] }: desk.Place): Place {
  return { '@type': 'Place', name, geo: { '@type': 'GeoCoordinates', latitude, longitude } };
}

/** What a story was made from: the agency’s report, with who wrote it and where. */
function original({ name, byline, place, url }: NonNullable<Article['frontmatter']['source']>) {
  return {
    '@type': 'CreativeWork',
    ...(url && { url }),
    sourceOrganization: { '@type': 'Organization', name },
    ...(byline && { author: { '@type': 'Person', name: byline } }),
    ...(place && { locationCreated: { '@type': 'Place', name: place } }),
  } as const satisfies CreativeWork;
}
