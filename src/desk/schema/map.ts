import { z } from 'astro/zod';
import { countryNames } from '../atlas.ts';
import { nearest } from '../nearest.ts';
import { alt, caption, differ, differing, type Figure } from './figure.ts';
import type { Place } from './place.ts';
import { refuse } from './refuse.ts';
import { text } from './text.ts';

/** A map on a phone has no room for more. */
const mostPlaces = 12;
const mostCountries = 6;

const once = (list: string[]) => new Set(list).size === list.length;
const onceOr = { error: 'lists an entry twice', params: { fix: 'List each entry once.' } };

const country = z.string().superRefine((name, context) => {
  const known = countryNames();
  if (known.has(name)) return;
  refuse(
    context,
    `There is no country “${name}” on the map.`,
    `The nearest one is \`${nearest(name, known)}\`.`,
  );
});

/** A map that the site draws of a story’s places. */
export const locatorMap = z
  .strictObject({
    alt: alt.meta({
      description:
        'What the map shows, for someone who cannot see it: which places, and where they are relative to each other. Do not repeat the caption.',
      examples: ['Pristina and Tirana lie close together; Kuwait is far to the south-east'],
    }),
    caption: caption.meta({
      description: 'The words under the map: what it adds to the story. The site adds the credit.',
      examples: ['From Pristina to Kuwait; the unit’s place there was not made public.'],
    }),
    places: z
      .array(text(100))
      .min(1, { error: 'has no entries' })
      .refine(once, onceOr)
      .optional()
      .meta({
        description: `Which of the story’s \`places\` the map shows, by name, up to ${mostPlaces}. Without it, the map shows all.`,
        examples: ['[Pristina, Mitrovica]'],
      }),
    countries: z
      .array(country)
      .min(1, { error: 'has no entries' })
      .max(mostCountries, { error: `has more than ${mostCountries} entries` })
      .refine(once, onceOr)
      .optional()
      .meta({
        description:
          'Countries to mark as a whole, when no exact place is known. Use Natural Earth’s English names; readers see the names that newspapers print in their language. Western Sahara is marked as the United Nations list it, on both sides of the line that Natural Earth draws.',
        examples: ['[Kuwait]'],
      }),
    journey: z
      .array(z.string())
      .min(2, { error: 'has fewer than two stops' })
      .max(mostPlaces, { error: `has more than ${mostPlaces} stops` })
      .optional()
      .meta({
        description:
          'A route to draw from stop to stop: places and countries on the map, in order.',
        examples: ['[Pristina, Kuwait]'],
      }),
  })
  .refine(differ, differing);

export type LocatorMap = z.output<typeof locatorMap>;

/** The places that a map shows, in the story’s order. */
export function placesOn({ places }: Pick<LocatorMap, 'places'>, all: Place[] = []): Place[] {
  return places ? all.filter(({ name }) => places.includes(name)) : all;
}

/** Checks a story’s map against its places. */
export function checkMap(
  story: { map?: LocatorMap | undefined; places?: Place[] | undefined; lead?: Figure | undefined },
  context: z.RefinementCtx,
): void {
  const { map, places = [], lead } = story;
  if (!map) return;
  const add = (summary: string, fix: string, ...path: PropertyKey[]) =>
    refuse(context, summary, fix, ['map', ...path]);
  const near = (name: string, known: string[]) =>
    known.length > 0
      ? `The nearest one is \`${nearest(name, new Map(known.map((one) => [one, []])))}\`.`
      : 'Add it to `places:`, with its latitude and longitude.';
  const all = places.map(({ name }) => name);
  if (lead)
    add(
      'The story has two leads, a picture and a map.',
      'Remove one of them; the picture can go in the text.',
    );
  map.places?.forEach((name, at) => {
    if (!all.includes(name))
      add(`The story has no place “${name}”.`, near(name, all), 'places', at);
  });
  const shown = placesOn(map, places).map(({ name }) => name);
  if (shown.length === 0 && !map.places && !map.countries)
    add('The map shows nothing.', 'Add `places:` to the story, or name `countries:` here.');
  if (shown.length > mostPlaces)
    add(
      `The map shows ${shown.length} places, more than ${mostPlaces}.`,
      `List at most ${mostPlaces} of them under \`places:\` here.`,
    );
  const twice = shown.find((name, at) => shown.indexOf(name) < at);
  if (twice !== undefined)
    add(`The map shows two places called “${twice}”.`, 'Give them different names.');
  const stops = [...shown, ...(map.countries ?? [])];
  map.journey?.forEach((name, at) => {
    if (!stops.includes(name))
      add(
        `The journey stops at “${name}”, which the map does not show.`,
        near(name, stops),
        'journey',
        at,
      );
    else if (map.journey![at - 1] === name)
      add('The journey has the same stop twice in a row.', 'Remove one of the two.', 'journey', at);
  });
}
