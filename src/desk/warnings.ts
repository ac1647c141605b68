import type { Copy } from './copy.ts';
import type { ProblemText, Problem } from './problem.ts';
import { placesOutside } from './places-outside.ts';
import type { Figure } from './schema/figure.ts';
import type { LocatorMap } from './schema/map.ts';
import type { Place } from './schema/place.ts';
import type { Places } from './yaml.ts';

/** In characters: search engines and previews cut what is longer. */
export const longestHeadline = 110;

/** In px: the width that previews and wide screens need of the picture above a text. */
export const narrowestLead = 1200;

/** The fields of a story’s frontmatter that are checked. */
interface Warned {
  headline: string;
  lead?: Figure | undefined;
  map?: LocatorMap | undefined;
  places?: Place[] | undefined;
}

/**
 * What an editor should look at in a story without problems. It does not stop a build.
 * @param yaml the frontmatter as written, to find places
 */
export function warningsOf({ file, frontmatter, pictures }: Copy<Warned>, yaml: Places): Problem[] {
  const warnings: Problem[] = [];
  const warn = (path: (string | number)[], problemText: ProblemText) =>
    warnings.push({ file, ...yaml.placeOf(path), ...problemText });
  const { length } = [...frontmatter.headline];
  if (length > longestHeadline)
    warn(['headline'], {
      summary: `The headline has ${length} characters.`,
      fix: `Shorten it to ${longestHeadline}: search results and previews cut what is longer.`,
    });
  const lead = pictures.find(({ path }) => path === frontmatter.lead?.image);
  if (lead && lead.width < narrowestLead)
    warn(['lead', 'image'], {
      summary: `The lead picture is ${lead.width} px wide.`,
      fix: `Use one that is at least ${narrowestLead} px wide, so that it is sharp on wide screens and in previews.`,
    });
  for (const { index, problemText } of frontmatter.map
    ? placesOutside(frontmatter.map, frontmatter.places)
    : [])
    warn(['places', index, 'at'], problemText);
  return warnings;
}
