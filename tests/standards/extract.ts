import { readFileSync, writeFileSync } from 'node:fs';

// node tests/standards/extract.ts RELEASE FILE: makes schemaorg.json of schemaorg-all-https.jsonld, as
// https://github.com/schemaorg/schemaorg/tree/main/data/releases has it for a release.

interface Named {
  '@id': string;
}

interface Term extends Named {
  '@type': string | string[];
  [property: string]: unknown;
}

const [release, file] = process.argv.slice(2) as [string, string];
const vocabulary = JSON.parse(readFileSync(file, 'utf8')) as { '@graph': Term[] };
const terms = vocabulary['@graph'].filter(
  (term) => term['@id'].startsWith('schema:') && !term['schema:supersededBy'],
);
const nameOf = ({ '@id': id }: Named) => id.replace('schema:', '');
/** The names of a property’s values, with spaces between them. */
const named = (term: Term, property: string) =>
  [(term[property] ?? []) as Named | Named[]].flat().map(nameOf).join(' ');
const ofType = (type: string) => terms.filter((term) => [term['@type']].flat().includes(type));

const extract = {
  source: `schema.org ${release}, CC BY-SA 3.0; made by extract.ts of schemaorg-all-https.jsonld`,
  /** Each type with its parents. */
  types: Object.fromEntries(
    ofType('rdfs:Class').map((type) => [nameOf(type), named(type, 'rdfs:subClassOf')]),
  ),
  /** Each property with the types that have it, and what it takes. */
  properties: Object.fromEntries(
    ofType('rdf:Property').map((property) => [
      nameOf(property),
      `${named(property, 'schema:domainIncludes')} > ${named(property, 'schema:rangeIncludes')}`,
    ]),
  ),
  /** Each digital source type of IPTC with schema.org’s own. */
  sourceTypes: Object.fromEntries(
    ofType('schema:IPTCDigitalSourceEnumeration').map((member) => [
      named(member, 'skos:exactMatch'),
      nameOf(member),
    ]),
  ),
};
writeFileSync(`${import.meta.dirname}/schemaorg.json`, `${JSON.stringify(extract, null, 2)}\n`);
