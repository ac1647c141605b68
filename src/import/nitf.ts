import type { ElementContent, Root } from 'hast';
import { captionWith, type Lost } from './imported-story.ts';
import { element } from './html-nodes.ts';
import { takeableFirst } from './picture-original.ts';
import type { XmlNode } from './xml.ts';
import { findAll, leftovers, takeAll, takeText, textOf } from './xml-taking.ts';

/** NITF elements with another name in HTML; the others keep their names. */
const names = new Map([
  ['block', 'div'],
  ['hl1', 'h2'],
  ['hl2', 'h2'],
  ['q', 'span'],
  ['bq', 'blockquote'],
  ['credit', 'p'],
  ['datasource', 'p'],
  ['fn', 'p'],
  ['lang', 'span'],
]);

/** Inline NITF elements that classify words for machines; readers see only the words. */
const inLine = new Set(
  'person location city state region country org event function object.title virtloc num money chron copyrite postaddr alt-code pronounce sub-location sublocation tagline byline-inner byttl name.given name.family classifier addressee care.of delivery.point delivery.office postcode'.split(
    ' ',
  ),
);

/** A body’s HTML, and what it has besides its text. */
export interface NitfBody {
  html: Root;
  lost: Lost[];
  notes: string[];
}

/**
 * Converts the content of NITF, or XHTML within XML, to HTML for the clean-up. Notes to editors (`note`,
 * NITF 2.5 and 3) are not part of it.
 * @param content `body.content` or `body`
 */
export function nitfToHtml(content: XmlNode): NitfBody {
  const body: NitfBody = { html: { type: 'root', children: [] }, lost: [], notes: [] };
  body.html.children = nodesIn(content, body);
  return body;
}

function nodesIn(parent: XmlNode, body: NitfBody): ElementContent[] {
  return parent.children.flatMap((child, at) => {
    if (typeof child === 'string') return [{ type: 'text', value: child }];
    if (child.name === 'note') {
      body.notes.push(`Note from its sender: ${textOf(child)}`);
      return [];
    }
    if (child.name === 'media') return mediaOf(child, body);
    if (child.name === 'frac') return [{ type: 'text', value: fractionOf(child, parent, at) }];
    return nodeOf(child, body);
  });
}

function nodeOf(node: XmlNode, body: NitfBody): ElementContent[] {
  const name = inLine.has(node.name) ? 'span' : (names.get(node.name) ?? node.name);
  const properties = Object.fromEntries(
    [...node.attributes].map(([key, value]) => [
      key === 'class' ? 'className' : key === 'iso-lang' ? 'lang' : key,
      key === 'class' ? value.split(/\s+/) : value,
    ]),
  );
  // A person’s title comes after the name.
  const before: ElementContent[] = node.name === 'byttl' ? [{ type: 'text', value: ', ' }] : [];
  return [...before, element(name, properties, nodesIn(node, body))];
}

/** Fractions with a Unicode character of their own. */
const vulgar = new Map(
  [...'½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉'].map((one) => [one.normalize('NFKC').replace('⁄', '/'), one]),
);

/** A fraction in one line: 3½, or 3 5/16 if there is no character for it. */
function fractionOf(frac: XmlNode, parent: XmlNode, at: number): string {
  const parts = ['frac-num', 'frac-denom'].map((name) => findAll(frac, name).map(textOf).join(''));
  const written = parts.every(Boolean) ? parts.join('/') : textOf(frac);
  const before = parent.children[at - 1];
  const isMixed = typeof before === 'string' && /\d\s*$/.test(before);
  const one = vulgar.get(written);
  if (one !== undefined) return one;
  // A non-breaking space: 3 5/16 is not 35/16, and stays on one line.
  return isMixed && !/\s$/.test(before) ? `\u00A0${written}` : written;
}

/** A NITF picture; of other media only the words are kept. */
function mediaOf(media: XmlNode, body: NitfBody): ElementContent[] {
  const references = takeAll(media, 'media-reference');
  const named = references.filter(({ attributes }) => attributes.get('source'));
  const [address, ...others] = takeableFirst(named, ({ attributes }) => ({
    address: attributes.get('source') ?? '',
    type: attributes.get('mime-type') ?? '',
  })).map(({ attributes }) => attributes.get('source')!);
  const caption = captionWith(
    takeAll(media, 'media-caption').map(textOf).join(' '),
    takeText(media, 'media-producer'),
  );
  const alternate = references
    .map(({ attributes }) => attributes.get('alternate-text') ?? '')
    .find(Boolean);
  const words = references.map(textOf).filter(Boolean);
  body.lost.push(
    ...words.map((text) => ({ what: 'media-reference', text })),
    ...others.map((text) => ({ what: 'another file of the same media', text })),
    // The bytes of a picture are not words.
    ...leftovers(media).filter(({ what }) => what !== 'media-object'),
  );
  const type = media.attributes.get('media-type') ?? 'image';
  if (type !== 'image') {
    if (address) body.lost.push({ what: `${type} of the story`, text: address });
    return [element('p', {}, [{ type: 'text', value: caption }])];
  }
  return [
    element('figure', {}, [
      element('img', { src: address ?? '', alt: alternate ?? '' }, []),
      element('figcaption', {}, [{ type: 'text', value: caption }]),
    ]),
  ];
}
