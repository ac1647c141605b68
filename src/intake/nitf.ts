import type { ElementContent, Root } from 'hast';
import { captionWith } from './arrival.ts';
import { element } from './html-nodes.ts';
import type { XmlNode } from './xml.ts';
import { take, takeAll, takeText, textOf } from './xml-taking.ts';

/** Elements of NITF that HTML has under another name; what is not here keeps its own. */
const names = new Map([
  ['block', 'div'],
  ['hl2', 'h2'],
  ['q', 'span'],
  ['bq', 'blockquote'],
  ['fn', 'p'],
  ['lang', 'span'],
]);

/** Marks of NITF around words, which tell machines what they are; readers see the words. */
const inLine = new Set(
  'person location city state region country org event function object.title virtloc num money chron copyrite postaddr alt-code pronounce frac sub-location tagline byline-inner'.split(
    ' ',
  ),
);

/**
 * Turns the content of NITF, or XHTML within XML, into HTML that the clean-up understands.
 * @param content `body.content` or `body`
 */
export function nitfToHtml(content: XmlNode): Root {
  return { type: 'root', children: content.children.flatMap(nodeOf) };
}

function nodeOf(child: XmlNode | string): ElementContent[] {
  if (typeof child === 'string') return [{ type: 'text', value: child }];
  if (child.name === 'media') return mediaOf(child);
  const name = inLine.has(child.name) ? 'span' : (names.get(child.name) ?? child.name);
  const properties = Object.fromEntries(
    [...child.attributes].map(([key, value]) => [
      key === 'class' ? 'className' : key,
      key === 'class' ? value.split(/\s+/) : value,
    ]),
  );
  return [element(name, properties, child.children.flatMap(nodeOf))];
}

/** A picture of NITF; other media are told by their words. */
function mediaOf(media: XmlNode): ElementContent[] {
  const references = takeAll(media, 'media-reference');
  const address = references.map(({ attributes }) => attributes.get('source') ?? '').find(Boolean);
  const caption = captionWith(
    takeAll(media, 'media-caption').map(textOf).join(' '),
    takeText(media, 'media-producer'),
  );
  const alternate = references
    .map(({ attributes }) => attributes.get('alternate-text') ?? '')
    .find(Boolean);
  if ((media.attributes.get('media-type') ?? 'image') !== 'image')
    return [element('p', {}, [{ type: 'text', value: caption }])];
  return [
    element('figure', {}, [
      element('img', { src: address ?? '', alt: alternate ?? '' }, []),
      element('figcaption', {}, [{ type: 'text', value: caption }]),
    ]),
  ];
}

/** What the head of a NITF body says: headline, byline, dateline and summary. */
export function headOf(
  nitf: XmlNode,
): Record<'headline' | 'byline' | 'dateline' | 'abstract', string> {
  const head = take(take(nitf, 'body'), 'body.head');
  const hedline = take(head, 'hedline');
  return {
    headline: takeText(hedline, 'hl1'),
    byline: takeText(head, 'byline').replace(/^by\s+/i, ''),
    dateline: textOf(take(take(head, 'dateline'), 'location')),
    abstract: takeText(head, 'abstract'),
  };
}
