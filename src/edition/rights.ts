import type { Problem } from '../desk/problem.ts';
import type { Figure } from '../desk/schema/figure.ts';
import type { StoryCopy } from '../desk/story-copy.ts';
import { withheld } from './edition.ts';
import type { Edition, Text } from './model.ts';
import type { Language } from './language.ts';

/** How long before the rights to a picture run out editors are told, in ms: a week. */
const notice = 7 * 86_400_000;

const replace = 'Replace or remove it; or correct the date, if you may show it longer.';

/**
 * The pictures and recordings of published stories that may not be shown any more, as problems, and those that soon
 * may not, as warnings.
 * @param now milliseconds since 1970
 */
export function endingRights(
  { stories, language }: Pick<Edition, 'stories' | 'language'>,
  now: number,
): { problems: Problem[]; warnings: Problem[] } {
  const told = { problems: [] as Problem[], warnings: [] as Problem[] };
  for (const { withheld, text } of stories)
    for (const { path, rights } of [...text.pictures, ...text.recordings]) {
      if (withheld || !rights?.expires || rights.expires.at > now + notice) continue;
      const [list, end] =
        rights.expires.at <= now ? [told.problems, 'ran out'] : [told.warnings, 'run out'];
      list.push({
        file: text.file,
        ...rights.place,
        summary: `The rights to ${path} ${end} on ${language.dates.long(rights.expires)}.`,
        fix: replace,
      });
    }
  return told;
}

/**
 * The pictures and recordings of stories that are not published now and could not be shown when they are: in an
 * embargoed one, which no editor sees to any more, at the moment of its release.
 * @param now milliseconds since 1970
 */
export function rightsToEnd(stories: StoryCopy[], { dates }: Language, now: number): Problem[] {
  return stories.flatMap((story) => {
    const reason = withheld(story, now);
    if (!reason || reason === 'expired') return [];
    const release = Math.max(now, story.frontmatter.published.at);
    return [...story.pictures, ...story.recordings].flatMap(({ path, rights }) =>
      rights?.expires && rights.expires.at <= release
        ? [
            {
              file: story.file,
              ...rights.place,
              summary: `The rights to ${path} run out on ${dates.long(rights.expires)}, before the story is published.`,
              fix: replace,
            },
          ]
        : [],
    );
  });
}

/** What covers a story's picture until a reader asks for it, in the editor's words. */
export function warningOf(copy: Pictured, figure: Figure): string | undefined {
  return fileOf(copy, figure)?.warning;
}

/**
 * Whether a story's picture may be syndicated to other sites and programs: where its holder lets it
 * be, and where nothing has to cover it, since they would show it open.
 */
export function maySyndicate(copy: Pictured, figure: Figure): boolean {
  const { rights, warning } = fileOf(copy, figure) ?? {};
  return (rights?.syndicate ?? true) && warning === undefined;
}

interface Pictured {
  text: Pick<Text, 'pictures'>;
}

function fileOf({ text }: Pictured, figure: Figure) {
  return text.pictures.find(({ path }) => path === figure.image);
}
