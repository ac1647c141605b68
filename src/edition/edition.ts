import type { Edition, Listing, StaticPage, Story, Withheld } from './model.ts';
import type { Content } from '../desk/desk.ts';
import type { StoryCopy } from '../desk/story-copy.ts';
import { addressesFor } from './addresses.ts';
import { agedBy } from './age.ts';
import { addressesLeft, changesBy, nextChange } from './changes.ts';
import { contextsOf } from './context.ts';
import { freeze } from './freeze.ts';
import { languageFor } from './language.ts';
import { listed, sortedByName, used } from './listing.ts';
import { withLookups } from './lookups.ts';
import { mapFigure } from './map.ts';
import { monthsIn, yearsOf } from './months.ts';
import { oldAddressesOf } from './old-addresses.ts';

/** Why a story is not published at a moment, or undefined when it is: the one rule of visibility. */
export function withheld({ frontmatter }: StoryCopy, now: number): Withheld | undefined {
  if (frontmatter.draft) return 'draft';
  if (frontmatter.published.at > now) return 'embargoed';
  return frontmatter.expires && frontmatter.expires.at <= now ? 'expired' : undefined;
}

/**
 * Makes the edition of a moment.
 * @param now milliseconds since 1970
 * @param preview also takes in what is not published yet, marked as such; for editors’ eyes only
 */
export function makeEdition(content: Content, now: number, preview = false): Edition {
  const { publication, sections, tags, authors, series } = content.vocabulary;
  const addresses = addressesFor(publication.url);
  const languageOf = (tag = publication.language) => languageFor(tag, publication.timeZone);
  const language = languageOf();
  const listings = {
    section: listed('section', '', sections, language.tag, addresses),
    tag: listed('tag', 'tags/', tags, language.tag, addresses),
    author: listed('author', 'authors/', authors, language.tag, addresses),
    series: listed('series', 'series/', series, language.tag, addresses),
  };
  const months = monthsIn(language, addresses);

  const judged = content.stories.map((copy) => ({ copy, reason: withheld(copy, now) }));
  const stories = judged
    .filter(({ reason }) => preview || !reason)
    .sort(
      (a, b) =>
        b.copy.frontmatter.published.at - a.copy.frontmatter.published.at ||
        (a.copy.id < b.copy.id ? -1 : 1),
    )
    .map(({ copy, reason }): Story => {
      const { id, slug, path, placeOf: _, frontmatter: front, ...text } = copy;
      const { section, tags, authors, series, ...frontmatter } = front;
      const own = languageOf(frontmatter.language);
      const changed = changesBy(now, { frontmatter, text }, own);
      const { map, lead } = changed.frontmatter;
      if (map && !lead) changed.frontmatter.lead = mapFigure(map, own, publication);
      const add = (list: Listing | undefined) => list?.stories.push(id);
      add(listings.section.get(section));
      add(months.of(frontmatter.published));
      for (const key of tags) add(listings.tag.get(key));
      for (const key of authors) add(listings.author.get(key));
      if (series !== undefined) add(listings.series.get(series));
      return {
        ...{ id, slug, path, language: own.tag, address: addresses.fromText(path) },
        ...{ section, tags, authors, ...(series !== undefined && { series }) },
        ...changed,
        ...(reason && { withheld: reason }),
      };
    });
  const pages = content.pages.map(({ id, frontmatter, ...text }): StaticPage => ({
    id,
    frontmatter,
    language: languageOf(frontmatter.language).tag,
    address: addresses.path(`${id}/`),
    text,
  }));
  const sorted = (all: Map<string, Listing>) => sortedByName(used(all), language.tag);
  return withLookups(
    freeze({
      now,
      publication,
      stories,
      contexts: contextsOf(stories, agedBy(now, publication.timeZone)),
      sections: used(listings.section),
      tags: sorted(listings.tag),
      authors: sorted(listings.author),
      series: used(listings.series),
      years: yearsOf(months.all(), addresses),
      pages,
      policies: Object.fromEntries(
        pages.flatMap((page) => (page.frontmatter.policies ?? []).map((policy) => [policy, page])),
      ),
      ...addressesLeft(judged, addresses, preview),
      oldAddresses: oldAddressesOf(content, addresses, judged, [
        ...Object.values(listings).flatMap(used),
      ]),
      corrected: stories
        .flatMap(({ id, corrections }) => corrections.map((correction) => ({ id, correction })))
        .sort((a, b) => b.correction.date.at - a.correction.date.at),
      ...nextChange(content.stories, now),
    }),
  );
}
