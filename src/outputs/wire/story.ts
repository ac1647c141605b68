import type { Kind } from '../../desk/schema/story.ts';
import type { Edition, Listing } from '../../edition/model.ts';
import { noticesOf } from '../notices.ts';
import { plain, standard, type Ninjs } from './ninjs.ts';
import type { StoryBundle } from '../story-html.ts';
import { wirePictures } from './pictures.ts';
import { wireRecordings } from './recordings.ts';
import { wireRelated } from './related.ts';
import { wireText } from './text.ts';
import { wireTime } from './time.ts';

/** The kinds of story that are also in IPTC’s genre vocabulary, with their concepts. */
const vocabulary = 'http://cv.iptc.org/newscodes/genre';
const genres: Partial<Record<Kind, string>> = {
  analysis: `${vocabulary}/Analysis`,
  background: `${vocabulary}/Background`,
  opinion: `${vocabulary}/Opinion`,
  review: `${vocabulary}/Review`,
};

/** A story as a ninjs item. A retracted story has the status canceled and states the reason. */
export function wireStory(item: StoryBundle, edition: Edition): Ninjs {
  const { story, language } = item;
  const { section, tags, authors, series } = edition.filed(story);
  const { publication, addresses } = edition;
  const { words, dates } = language;
  const { id, headline, standfirst, dateline, published, kind, places, source, expires } =
    story.frontmatter;
  const html = wireText(item, edition);
  const notices = (['top', 'bottom'] as const).flatMap((where) =>
    noticesOf(story, where, language),
  );
  const link = ({ name, address }: Listing) => ({ name, uri: addresses.absolute(address) });
  const associations = [
    ...wirePictures(item, edition),
    ...wireRecordings(item),
    ...wireRelated(item, edition),
  ];
  return {
    uri: `urn:uuid:${id}`,
    standard,
    type: 'text',
    language: story.language,
    pubStatus: story.retraction ? 'canceled' : 'usable',
    firstCreated: wireTime(published, publication),
    versionCreated: wireTime(story.modified, publication),
    contentCreated: wireTime(published, publication),
    ...(expires && { expires: wireTime(expires, publication) }),
    headlines: plain('main', headline),
    descriptions: plain('summary', standfirst),
    ...(html && {
      bodies: [
        { role: 'main', contentType: 'text/html', wordCount: story.text.words, value: html },
      ],
    }),
    by: authors.map(({ name }) => name).join(', '),
    ...(dateline && { located: dateline }),
    people: authors.map((author) => ({ ...link(author), rel: 'author' })),
    infoSources: [
      ...(source ? [{ name: source.name, role: 'source' }] : []),
      { name: publication.name, role: 'publisher', uri: addresses.absolute(addresses.home) },
    ],
    ...(!source && { copyrightHolder: publication.name }),
    subjects: [
      { ...link(section), rel: 'section' },
      ...tags.map((tag) => ({ ...link(tag), rel: 'about' })),
      ...(series ? [{ ...link(series), rel: 'series' }] : []),
    ],
    ...(kind && {
      genres: [{ name: kind, ...(genres[kind] && { uri: genres[kind] }) }],
    }),
    ...(places && {
      // In GeoJSON, the longitude comes first (RFC 7946, 3.1.1).
      places: places.map(({ name, at: [latitude, longitude] }) => ({
        name,
        geoJSON: { type: 'Point', coordinates: [longitude, latitude] },
      })),
    }),
    ...(notices.length > 0 && {
      edNote: notices
        .map(({ label, moment, text }) =>
          [...words.notices.opening(label, dates.long(moment)), ' ', text].join(''),
        )
        .join('\n'),
    }),
    altIds: [{ role: 'canonical', value: addresses.absolute(story.address) }],
    ...(associations.length > 0 && { associations }),
  };
}
