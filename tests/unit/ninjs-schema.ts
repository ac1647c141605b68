import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js';

// After the JSON Schema of IPTC ninjs 3.2 (https://iptc.org/std/ninjs/ninjs-schema_3.2.json, © IPTC,
// CC BY 4.0): its names, types and formats, without its explanations and without the parts for
// events, planning, moving pictures and sound, which are refused here.

const string = { type: 'string' };
const uri = { type: 'string', format: 'uri' };
const time = { type: 'string', format: 'date-time' };
const integer = { type: 'integer' };
const oneOf = (...values: string[]) => ({ type: 'string', enum: values });
const list = (items: SchemaObject) => ({ type: 'array', items });
const record = (properties: Record<string, SchemaObject>, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

const contact = {
  ...record({ type: string, role: string, lang: string, name: string, value: string }),
  required: ['value'],
};
const contactInfo = list(contact);
const related = { name: string, rel: string, uri, literal: string };
const texts = (more = {}) =>
  list(record({ role: string, contentType: string, value: string, ...more }, ['value']));

const rendition = record(
  {
    name: string,
    href: uri,
    contentType: string,
    title: string,
    width: integer,
    height: integer,
    sizeInBytes: integer,
    format: string,
    aspectRatio: string,
    poi: record({ x: integer, y: integer }),
  },
  ['name'],
);

const ninjsType: SchemaObject = {
  type: 'object',
  required: ['uri'],
  properties: {
    uri,
    type: oneOf('text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component'),
    representationType: oneOf('full', 'partial'),
    profile: string,
    version: string,
    firstCreated: time,
    versionCreated: time,
    contentCreated: time,
    contentDigitised: time,
    embargoedUntil: time,
    pubStatus: oneOf('usable', 'withheld', 'canceled'),
    urgency: { type: 'integer', minimum: 1, maximum: 9 },
    copyrightHolder: string,
    copyrightNotice: string,
    usageTerms: string,
    edNote: string,
    language: string,
    descriptions: texts(),
    bodies: texts({ charCount: integer, wordCount: integer }),
    headlines: texts(),
    people: list(record({ ...related, contactInfo })),
    organisations: list(record({ ...related, contactInfo })),
    places: list(
      record({ ...related, contactInfo, geoJSON: { $ref: 'https://geojson.org/schema/Point' } }),
    ),
    subjects: list(
      record({ ...related, creator: string, relevance: integer, confidence: integer }),
    ),
    objects: list(record(related)),
    infoSources: list(record({ name: string, role: string, uri, literal: string, contactInfo })),
    title: string,
    by: string,
    slugline: string,
    located: string,
    renditions: list(rendition),
    associations: list({
      type: 'object',
      $ref: '#/$defs/ninjsType',
      properties: { name: string, rel: string },
      required: ['name'],
      unevaluatedProperties: false,
    }),
    altIds: list(record({ role: string, value: string })),
    trustIndicators: list(record({ role: uri, title: string, href: uri })),
    standard: record({ name: string, version: string, schema: uri }),
    genres: list(record({ name: string, uri: string, literal: string })),
    expires: time,
    rightsInfo: {
      ...record({ langId: uri, linkedRights: uri, encodedRights: string }),
      oneOf: [{ required: ['linkedRights'] }, { required: ['encodedRights'] }],
    },
    digitalSourceType: record({ name: string, uri, literal: string }),
  },
};

const ajv = new Ajv2020({
  allErrors: true,
  strictTypes: false,
  formats: {
    uri: (text: string) => /^[\x21-\x7E]+$/.test(text) && URL.canParse(text),
    'date-time':
      /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:Z|[+-][0-2]\d:[0-5]\d)$/,
  },
});
ajv.addSchema({
  $id: 'https://geojson.org/schema/Point',
  ...record(
    {
      type: { const: 'Point' },
      coordinates: { type: 'array', minItems: 2, maxItems: 3, items: { type: 'number' } },
    },
    ['type', 'coordinates'],
  ),
});
const validate = ajv.compile({
  $defs: { ninjsType },
  $ref: '#/$defs/ninjsType',
  unevaluatedProperties: false,
});

/** What is wrong with a value as a ninjs item; nothing when it is one. */
export function problemsOf(item: unknown): string[] {
  validate(item);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
