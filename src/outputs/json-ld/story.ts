import type { CreativeWork, NewsArticle, Place } from 'schema-dts';
import type * as desk from '../../desk/schema/place.ts';
import type { Kind } from '../../desk/schema/story.ts';
import type { Addresses } from '../../edition/addresses.ts';
import { datelinePlace } from '../../edition/dateline.ts';
import type { Edition, Story } from '../../edition/model.ts';
import type { SharedPicture } from '../picture.ts';
import type { SharedRecording } from '../recording.ts';
import { correctionComment } from './correction.ts';
import { imageObject } from './image.ts';
import { called, namesOf } from '../../edition/listing.ts';
import { versionsIn } from '../../edition/versions.ts';
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

/** The `@id` of a story. */
export function storyId({ address }: Story, addresses: Addresses): string {
  return `${addresses.absolute(address)}#story`;
}

/**
 * A story’s page. Only the rights to pictures and the coordinates of places are not also visible on the
 * page or on the pages of its authors.
 * @param pictures the uncovered pictures on the page, in its order
 * @param recordings the recordings on the page
 */
export function storyJsonLd(
  story: Story,
  edition: Edition,
  pictures: SharedPicture[],
  recordings: SharedRecording[],
): string {
  const { addresses, policies } = edition;
  const { words } = edition.languageOf(story);
  const { section: filed, tags, authors, series } = edition.filed(story);
  const { headline, standfirst, kind, dateline, source } = story.frontmatter;
  const { part } = edition.contextOf(story);
  const section = { address: filed.address, name: called(filed, story.language).name };
  const page = inSite(edition, { title: headline, address: story.address }, [section]);
  const places = placesOf(story);
  const recorded = (kind: 'audio' | 'video') => {
    const own = recordings.filter(({ block }) => block.type === kind);
    return own.length > 0 && { [kind]: own.map((one) => recordingObject(one, story)) };
  };
  const node: NewsArticle = {
    '@type': kind ? types[kind] : 'NewsArticle',
    '@id': storyId(story, addresses),
    mainEntityOfPage: { '@id': page['@id'] },
    url: page['@id'],
    headline,
    description: standfirst,
    inLanguage: story.language,
    ...versionsOf(story, edition),
    datePublished: story.frontmatter.published.iso,
    dateModified: story.modified.iso,
    articleSection: section.name,
    keywords: namesOf(tags, story.language),
    ...(part &&
      series && {
        isPartOf: creativeSeries(series, addresses, story.language),
        position: part.number,
      }),
    // A retracted story has neither text nor dateline.
    ...(story.retraction
      ? { creativeWorkStatus: 'Retracted' }
      : {
          wordCount: story.text.words,
          ...(dateline && { dateline }),
          ...(places.length > 0 && { contentLocation: places.map(asPlace) }),
        }),
    isAccessibleForFree: true,
    author: authors.map((author) => person(author, addresses, story.language)),
    publisher: publisher(edition),
    ...(policies.machines && { usageInfo: addresses.absolute(policies.machines.address) }),
    ...(source && { isBasedOn: sourceOf(source) }),
    ...(pictures.length > 0 && {
      image: pictures.flatMap((one) => [imageObject(one), ...(one.cuts ?? [])]),
    }),
    ...recorded('audio'),
    ...recorded('video'),
    ...(story.corrections.length > 0 && {
      correction: story.corrections.map((one) => correctionComment(one, words)),
    }),
  };
  return asScript([node, { '@type': 'WebPage', ...page }]);
}

/** The original of a translation, or the translations of an original, if they are published. */
function versionsOf(story: Story, edition: Edition) {
  const { original, others } = versionsIn(edition, story);
  const named = (one: Story) => ({ '@id': storyId(one, edition.addresses) });
  if (original && original.id !== story.id) return { translationOfWork: named(original) };
  return original && others.length > 0 ? { workTranslation: others.map(named) } : {};
}

/** The places of a story; the place in its dateline comes first. */
function placesOf({ frontmatter }: Story): desk.Place[] {
  const first = datelinePlace(frontmatter);
  const others = (frontmatter.places ?? []).filter((place) => place !== first);
  return first ? [first, ...others] : others;
}

function asPlace({ name, at: [latitude, longitude] }: desk.Place): Place {
  return { '@type': 'Place', name, geo: { '@type': 'GeoCoordinates', latitude, longitude } };
}

/** The source of a story: an agency’s report, with its author and place. */
function sourceOf({ name, byline, place, url }: NonNullable<Story['frontmatter']['source']>) {
  return {
    '@type': 'CreativeWork',
    ...(url && { url }),
    sourceOrganization: { '@type': 'Organization', name },
    ...(byline && { author: { '@type': 'Person', name: byline } }),
    ...(place && { locationCreated: { '@type': 'Place', name: place } }),
  } as const satisfies CreativeWork;
}
