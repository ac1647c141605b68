import type { Edition } from '../../edition/model.ts';
import { versionsIn } from '../../edition/versions.ts';
import { plain, type Associated } from './ninjs.ts';
import type { StoryBundle } from '../story-html.ts';
import { wireTime } from './time.ts';

/**
 * The source of a story, its update and its corrections, as separate items. The original of a translation
 * has the relation from IPTC’s vocabulary (http://cv.iptc.org/newscodes/itemrelation/translatedFrom).
 */
export function wireRelated(
  { story, language }: Pick<StoryBundle, 'story' | 'language'>,
  edition: Edition,
): Associated[] {
  const { id, source, updated, updateNote } = story.frontmatter;
  const { publication } = edition;
  const { notices } = language.words;
  const related: Associated[] = [];
  const { original } = versionsIn(edition, story);
  if (original && original.id !== story.id)
    related.push({
      name: original.frontmatter.headline,
      rel: 'translatedFrom',
      uri: `urn:uuid:${original.frontmatter.id}`,
      type: 'text',
      language: original.language,
    });
  if (source)
    related.push({
      name: 'Source',
      rel: 'source',
      uri: source.url ?? `urn:uuid:${id}#source`,
      type: 'text',
      infoSources: [{ name: source.name, role: 'source' }],
      ...(source.byline && { by: source.byline }),
      ...(source.place && { located: source.place }),
    });
  if (updated && updateNote)
    related.push({
      name: notices.update,
      rel: 'update',
      uri: `urn:uuid:${id}#update`,
      type: 'text',
      contentCreated: wireTime(updated, publication),
      bodies: plain('main', updateNote),
    });
  // Corrections are never removed, so their numbers are stable.
  story.corrections.forEach((correction, index) =>
    related.push({
      name: notices[correction.kind],
      rel: correction.kind,
      uri: `urn:uuid:${id}#correction-${index + 1}`,
      type: 'text',
      contentCreated: wireTime(correction.date, publication),
      bodies: plain('main', correction.text),
    }),
  );
  return related;
}
