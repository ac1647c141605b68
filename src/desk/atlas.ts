import { readFileSync } from 'node:fs';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { countryName } from './country-names.ts';
import { inProject } from '../files/project.ts';

/** The detail of shapes: for a map of 1:110 million or 1:50 million. */
export type Detail = '110m' | '50m';

/** The countries of Natural Earth, with the borders that it draws. */
export type Atlas = Topology<{ countries: GeometryCollection<Named> }>;

/** A country of an atlas. */
export type Country = GeometryObject<Named>;

// A type, not an interface: the library needs an implicit index signature.
type Named = { name: string };

const read = new Map<Detail, Atlas>();

/** Natural Earth’s countries, read at the first call. */
export function atlas(detail: Detail): Atlas {
  const known =
    read.get(detail) ??
    (JSON.parse(
      readFileSync(inProject(`node_modules/world-atlas/countries-${detail}.json`), 'utf8'),
    ) as Atlas);
  read.set(detail, known);
  return known;
}

/** The name by which Natural Earth knows a country. */
export const nameOf = ({ properties }: Country): string => (properties as Named).name;

/**
 * A country’s name in a language. Places without a code of their own have Natural Earth’s name.
 */
export function countryIn(language: string, country: Country): string {
  const code = codeOf(country);
  return (code && countryName(language, code)) ?? nameOf(country);
}

/** Every country that a map can mark, by Natural Earth’s name, with its English name. */
export function countryNames(): Map<string, string[]> {
  const { geometries } = atlas('50m').objects.countries;
  return new Map(geometries.map((country) => [nameOf(country), [countryIn('en', country)]]));
}

/** A country’s two-letter code (ISO 3166-1); Natural Earth has the numeric ones. */
function codeOf(country: Country): string | undefined {
  // CLDR’s own code for Kosovo, which has none in ISO 3166-1.
  if (nameOf(country) === 'Kosovo') return 'XK';
  // It has Australia’s number, but is not Australia.
  if (country.id === undefined || nameOf(country).startsWith('Ashmore')) return undefined;
  return new Intl.Locale(`und-${country.id}`).region;
}
