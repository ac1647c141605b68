import type { StoryCopy } from '../desk/story-copy.ts';
import type { Moment } from '../desk/moment.ts';
import type { Addresses } from './addresses.ts';
import type { Edition, Story, Withheld } from './model.ts';
import type { Language } from './language.ts';

type Changed = Pick<Story, 'frontmatter' | 'text' | 'corrections' | 'retraction' | 'modified'>;

/**
 * A story as it stands at a moment: what is announced for later is not in it, and a story that was
 * taken back says nothing any more but why.
 * @param now milliseconds since 1970
 * @param language the story’s
 */
export function changesBy(
  now: number,
  copy: Pick<Story, 'frontmatter' | 'text'>,
  { words }: Language,
): Changed {
  const { updated, updateNote, lead, ...frontmatter } = copy.frontmatter;
  const update = updated && updateNote && updated.at <= now ? { updated, updateNote } : {};
  const corrections = (frontmatter.corrections ?? [])
    .filter(({ date }) => date.at <= now)
    .sort((a, b) => a.date.at - b.date.at);
  const retraction = corrections.findLast(({ kind }) => kind === 'retraction');
  const changes = [frontmatter.published, update.updated, ...corrections.map(({ date }) => date)];
  const modified = latest(changes.filter((moment) => moment !== undefined));
  const changed = { corrections, modified, ...(retraction && { retraction }) };
  if (!retraction)
    return {
      ...changed,
      frontmatter: { ...frontmatter, ...update, ...(lead && { lead }) },
      text: copy.text,
    };
  // The dateline opened the text, which is gone, and so is what happened in these places.
  const { dateline: _, places: __, map: ___, ...lasting } = frontmatter;
  const { firstFigure: ____, ...text } = copy.text;
  return {
    ...changed,
    frontmatter: {
      ...lasting,
      ...update,
      headline: words.story.retracted(frontmatter.headline),
      standfirst: retraction.text,
    },
    text: { ...text, pictures: [] },
  };
}

/** The addresses of stories that were taken down. */
export function addressesLeft(
  judged: { copy: StoryCopy; reason: Withheld | undefined }[],
  addresses: Addresses,
  preview: boolean,
): Pick<Edition, 'gone'> {
  const gone = judged.flatMap(({ copy: { frontmatter, path }, reason }) =>
    reason === 'expired' && frontmatter.expires && !preview
      ? [
          {
            address: addresses.fromText(path),
            published: frontmatter.published,
            expires: frontmatter.expires,
          },
        ]
      : [],
  );
  return { gone };
}

/**
 * The next moment at which an edition of the same content would be another one, or be refused because
 * a picture may not be shown any more. That a story comes of age can wait for the next build.
 */
export function nextChange(stories: StoryCopy[], now: number): Pick<Edition, 'next'> {
  const coming = stories
    .filter(({ frontmatter: { draft, expires } }) => !draft && !(expires && expires.at <= now))
    .flatMap(({ frontmatter: { published, updated, expires, corrections = [] }, pictures }) => [
      published,
      ...(updated ? [updated] : []),
      ...(expires ? [expires] : []),
      ...corrections.map(({ date }) => date),
      ...pictures.flatMap(({ rights }) => rights?.expires ?? []),
    ])
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at - b.at);
  return coming[0] ? { next: coming[0] } : {};
}

/** The last of some moments, of which there is one at least. */
export function latest(moments: Moment[]): Moment {
  return moments.reduce((last, moment) => (moment.at > last.at ? moment : last));
}
