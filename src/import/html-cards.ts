import type { Element, ElementContent } from 'hast';
import { element, hasClass, within, wordsOf } from './html-nodes.ts';
import { isSamePicture } from './picture-original.ts';
import type { Sweepings } from './sweepings.ts';

/**
 * Converts a card of a publishing system, such as a gallery or a file for download, to plain HTML with the
 * same content.
 * @returns undefined if it is not a card
 */
export function cardOf(node: Element, sweepings: Sweepings): ElementContent[] | undefined {
  const kind = cards.find(([name]) => hasClass(node, name))?.[1];
  return kind?.(node, sweepings);
}

type Card = (node: Element, sweepings: Sweepings) => ElementContent[] | undefined;

/** Cards by their classes: `wp-` of WordPress, `kg-` of Ghost, `tr-` of Blogger. */
const cards: [name: string, card: Card][] = [
  ['wp-block-gallery', galleryOf],
  ['blocks-gallery-grid', galleryOf],
  ['kg-gallery-card', galleryOf],
  ['wp-block-pullquote', pullQuoteOf],
  ['wp-block-embed', embedOf],
  ['wp-block-file', fileOf],
  ['kg-file-card', ghostFileOf],
  ['kg-bookmark-card', bookmarkOf],
  ['kg-audio-card', playerOf],
  ['kg-video-card', playerOf],
  ['tr-caption-container', captionedOf],
];

const isFigure = ({ tagName }: Element) => /^(?:figure|li)$/.test(tagName);

/** The pictures of a gallery, each with its own caption; a single one is a figure. */
function galleryOf(node: Element, sweepings: Sweepings): ElementContent[] {
  const pictures = figuresIn(node, undefined, sweepings);
  const inner = pictures.map(({ picture, caption }) =>
    element('figure', {}, [picture, ...(caption ? [element('figcaption', {}, caption)] : [])]),
  );
  const own = within([node], 'figcaption').filter(
    (caption) => !pictures.some((one) => one.caption === caption.children),
  );
  if (inner.length < 2) return [...inner, ...own.map(({ children }) => element('p', {}, children))];
  const title =
    own.length > 0
      ? [
          element(
            'figcaption',
            {},
            own.flatMap((one) => one.children),
          ),
        ]
      : [];
  return [element('figure', { className: ['gallery'] }, [...inner, ...title])];
}

interface PageInputs {
  /** The picture, or the link around it. */
  picture: Element;
  caption: ElementContent[] | undefined;
}

function figuresIn(node: Element, figure: Element | undefined, sweepings: Sweepings): PageInputs[] {
  return node.children.flatMap((child): PageInputs[] => {
    if (child.type !== 'element') return [];
    const holder = isFigure(child) ? child : figure;
    const [picture, another] = within([child], 'img');
    const isPicture = picture && !another && /^(?:img|a)$/.test(child.tagName);
    if (!isPicture) return figuresIn(child, holder, sweepings);
    const caption = holder && within([holder], 'figcaption')[0];
    const href = String(child.properties['href'] ?? '');
    // A link to a larger copy is used later; a link to something else is lost in a gallery.
    const leadsToIt = isSamePicture(href, String(picture.properties['src'] ?? ''));
    if (!leadsToIt) sweepings.lose('link around a picture', href);
    return [{ picture: leadsToIt ? child : picture, caption: caption?.children }];
  });
}

/** A pull quote with its speaker; without a speaker it is a quotation. */
function pullQuoteOf(node: Element): ElementContent[] | undefined {
  const quote = node.tagName === 'blockquote' ? node : within([node], 'blockquote')[0];
  const [cite] = within([node], 'cite');
  if (!quote) return undefined;
  const words = quote.children.filter((child) => child !== cite);
  const plain = element('blockquote', {}, words);
  if (!cite || wordsOf(cite) === '') return [plain];
  return [
    element('figure', { className: ['pull-quote'] }, [
      plain,
      element('figcaption', {}, cite.children),
    ]),
  ];
}

/** A link to embedded content of another site, with the caption as its text. */
function embedOf(node: Element): ElementContent[] | undefined {
  const captions = within([node], 'figcaption');
  const rest = node.children.filter((child) => !captions.includes(child as Element));
  const address = wordsOf(element('div', {}, rest));
  if (!/^https?:\/\/\S+$/.test(address)) return undefined;
  const words = captions.map(wordsOf).join(' ') || address;
  return [element('p', {}, [linkTo(address, words)])];
}

/** A file for download; the second link to it is only a button. */
function fileOf(node: Element, sweepings: Sweepings): ElementContent[] | undefined {
  const [link, ...more] = within([node], 'a');
  if (!link) return undefined;
  for (const button of more) sweepings.lose('button for a download', wordsOf(button));
  return [element('p', {}, [linkTo(String(link.properties['href'] ?? ''), wordsOf(link))])];
}

function ghostFileOf(node: Element, sweepings: Sweepings): ElementContent[] | undefined {
  const [link] = within([node], 'a');
  if (!link) return undefined;
  const words = (name: string) => withClass(node, name).map(wordsOf).join(' ');
  const name = words('kg-file-card-filename');
  sweepings.lose('file for download', `${name} ${words('kg-file-card-filesize')}`);
  const caption = words('kg-file-card-caption');
  const title = words('kg-file-card-title') || name;
  return [
    element('p', {}, [linkTo(String(link.properties['href'] ?? ''), title)]),
    ...(caption ? [element('p', {}, [{ type: 'text', value: caption }])] : []),
  ];
}

/** A link with Ghost’s summary of the linked page; its pictures belong to that page. */
function bookmarkOf(node: Element, sweepings: Sweepings): ElementContent[] | undefined {
  const [link] = within([node], 'a');
  if (!link) return undefined;
  const words = (name: string) => withClass(node, name).map(wordsOf).join(', ');
  for (const name of ['kg-bookmark-author', 'kg-bookmark-publisher'])
    sweepings.lose('details of a linked page', words(name));
  const href = String(link.properties['href'] ?? '');
  const title = words('kg-bookmark-title') || href;
  const said = [words('kg-bookmark-description'), ...within([node], 'figcaption').map(wordsOf)];
  return [
    element('p', {}, [linkTo(href, title)]),
    ...said.filter(Boolean).map((value) => element('p', {}, [{ type: 'text', value }])),
  ];
}

/** Audio or video without the controls of its player. */
function playerOf(node: Element, sweepings: Sweepings): ElementContent[] | undefined {
  const [media] = [...within([node], 'audio'), ...within([node], 'video')];
  if (!media) return undefined;
  const title = withClass(node, 'kg-audio-title').map(wordsOf).join(' ');
  for (const time of withClass(node, 'kg-audio-duration')) sweepings.lose('length', wordsOf(time));
  const captions = within([node], 'figcaption').map(({ children }) => element('p', {}, children));
  const named = title ? { ...media, properties: { ...media.properties, title } } : media;
  return [named, ...captions];
}

/** A Blogger table that contains a picture and its caption. */
function captionedOf(node: Element, sweepings: Sweepings): ElementContent[] | undefined {
  const [picture] = figuresIn(node, undefined, sweepings);
  const captions = withClass(node, 'tr-caption').flatMap(({ children }) => children);
  if (!picture) return undefined;
  return [element('figure', {}, [picture.picture, element('figcaption', {}, captions)])];
}

function linkTo(href: string, words: string): Element {
  return element('a', { href }, [{ type: 'text', value: words }]);
}

/** All elements within one that have a class, in order. */
function withClass(node: Element, name: string): Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element' ? [] : hasClass(child, name) ? [child] : withClass(child, name),
  );
}
