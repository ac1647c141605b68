import { html, plain } from './feed-html.ts';
import {
  address,
  count,
  filled,
  free,
  language,
  mediaType,
  oneOf,
  point,
  type Rule,
} from './feed-values.ts';

/** What an element may be in its place. */
export interface Kind {
  /** Of its text; an element without any holds only elements. */
  text?: Rule[];
  /** A name with `!` must be there. */
  attributes?: Record<string, Rule[]>;
  children?: Record<string, Kind>;
  /** Children that must be there, each with what is said where it is not. */
  needs?: Record<string, string>;
  /** It may stand beside another of its name. */
  isMany?: true;
}

/** An element of text only. */
export const text = (...rules: Rule[]): Kind => ({ text: rules });
export const many = (kind: Kind): Kind => ({ ...kind, isMany: true });

export const whole = address('InvalidFullLink');

export const link = many({
  // What stands in it is a problem of its own.
  text: [(value) => (value.trim() === '' ? [] : ['AtomLinkNotEmpty'])],
  attributes: {
    'href!': [address('InvalidIRI')],
    rel: [
      oneOf('UnregisteredAtomLinkRel', 'alternate self hub related via enclosure license next'),
    ],
    type: [mediaType('InvalidMIMEType')],
    title: [plain(), filled],
    hreflang: [language],
    length: [count],
  },
});

/** What Dublin Core and GeoRSS say anywhere. */
export const anywhere: Record<string, Kind> = {
  'dc:creator': many(text(free)),
  'dc:contributor': many(text(free)),
  'dc:subject': many(text(free)),
  'dc:publisher': many(text(free)),
  'dc:source': text(free),
  'dc:language': text(language),
  'dc:rights': text(plain()),
  'georss:point': many(text(point)),
  'georss:featureName': many(text(free)),
};

const captioned: Kind = {
  text: [
    (value, place) =>
      place.attributes['type'] === 'html'
        ? html(value, { ...place, format: 'atom' })
        : plain('ContainsUndeclaredHTML')(value, place),
  ],
  attributes: { type: [oneOf('InvalidMediaTextType', 'plain html')] },
};

export const media: Kind = {
  isMany: true,
  attributes: {
    url: [whole],
    fileSize: [count],
    type: [mediaType('InvalidMIMEAttribute')],
    medium: [oneOf('InvalidMediaMedium', 'image audio video document executable')],
    expression: [oneOf('InvalidMediaExpression', 'sample full nonstop')],
    isDefault: [oneOf('InvalidTrueFalse', 'true false')],
    width: [count],
    height: [count],
    lang: [language],
  },
  children: {
    ...anywhere,
    'media:title': captioned,
    'media:description': captioned,
    'media:copyright': { text: [free], attributes: { url: [whole] } },
    'media:credit': many({
      text: [free],
      attributes: {
        // Of the roles that the European Broadcasting Union has, those of who makes pictures.
        role: [oneOf('InvalidCreditRole', 'photographer illustrator author editor correspondent')],
        scheme: [oneOf('InvalidFullLink', 'urn:ebu')],
      },
    }),
    'media:thumbnail': many({
      attributes: { 'url!': [whole], width: [count], height: [count] },
    }),
  },
};
