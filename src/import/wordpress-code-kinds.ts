import type { Sweepings } from './sweepings.ts';
import { originalIn, type Attachment, type Library } from './wordpress-library.ts';

/** A code as WordPress’s editors write it: `[name key="value"]`, perhaps with words up to `[/name]`. */
export interface Code {
  name: string;
  /** As written, without what it encloses. */
  opening: string;
  attributes: Map<string, string>;
  /** What it encloses, codes in it already replaced; undefined when it encloses nothing. */
  inner: string | undefined;
}

/** What a post’s codes refer to. */
export interface Around {
  library: Library;
  /** The number of the post. */
  post: string;
  sweepings: Sweepings;
  /** Footnotes within the text, in their order, as HTML. */
  notes: string[];
}

type Kind = (code: Code, around: Around) => string | undefined;

const kinds = new Map<string, Kind>([
  ['caption', captionOf],
  ['wp_caption', captionOf],
  ['gallery', galleryOf],
  ['playlist', playlistOf],
  ['embed', linkOf],
  ['audio', linkOf],
  ['video', linkOf],
  ['pullquote', quoteOf],
  ['pull-quote', quoteOf],
  ['pull_quote', quoteOf],
  ...['footnote', 'ref', 'efn_note', 'mfn', 'fn'].map((name): [string, Kind] => [name, footnoteOf]),
]);

/** The HTML that says what a code says; of one that nobody knows what it encloses. */
export function htmlOf(code: Code, around: Around): string {
  const html = kinds.get(code.name)?.(code, around);
  if (html !== undefined) return html;
  around.sweepings.lose(`WordPress shortcode`, code.opening);
  return code.inner ?? '';
}

/** A picture with its caption, in the element or, as WordPress had it before 3.4, as an attribute. */
function captionOf({ attributes, inner = '' }: Code, { sweepings }: Around): string | undefined {
  const picture = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner);
  if (!picture) return undefined;
  const words = inner.replace(picture[0], ' ').trim();
  const told = attributes.get('caption') ?? '';
  const credit = attributes.get('credit') ?? '';
  const caption = words || told;
  if (words && told) sweepings.lose('caption', told);
  return block(
    `<figure>${picture[0]}<figcaption>${caption}${credit ? ` (${credit})` : ''}</figcaption></figure>`,
  );
}

/** The pictures that a gallery names, or those that were uploaded to its post. */
function galleryOf({ attributes }: Code, { library, post, sweepings }: Around): string {
  const written = attributes.get('ids') ?? attributes.get('include');
  const ids = written?.split(/[,\s]+/).filter(Boolean);
  const excluded = (attributes.get('exclude') ?? '').split(/[,\s]+/);
  const pictures =
    ids?.flatMap((id) => library.attachments.get(id) ?? lost(id)) ??
    [...library.attachments.values()].filter(
      ({ id, parent, address }) =>
        parent === (attributes.get('id') ?? post) &&
        !excluded.includes(id) &&
        /\.(?:jpe?g|png|webp|avif|gif)$/i.test(address),
    );
  function lost(id: string): [] {
    sweepings.lose('picture of a gallery that the export does not have', id);
    return [];
  }
  return block(`<figure class="wp-block-gallery">${pictures.map(figureOf).join('')}</figure>`);
}

function figureOf({ id, address, alt, caption }: Attachment): string {
  const picture = `<img class="wp-image-${quoted(id)}" src="${quoted(address)}" alt="${quoted(alt)}">`;
  return `<figure>${picture}<figcaption>${quoted(caption)}</figcaption></figure>`;
}

function playlistOf({ attributes, opening }: Code, { library, sweepings }: Around): string {
  const ids = (attributes.get('ids') ?? '').split(/[,\s]+/).filter(Boolean);
  const found = ids.flatMap((id) => library.attachments.get(id) ?? []);
  if (found.length < ids.length || ids.length === 0) sweepings.lose('WordPress shortcode', opening);
  return found.map(({ address, title }) => linkTo(quoted(address), title)).join('');
}

/** What WordPress shows in a player: a link, with the title that the library has for it. */
function linkOf(
  { attributes, inner = '', opening }: Code,
  { library }: Around,
): string | undefined {
  const named = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'mp4', 'm4v', 'webm', 'ogv', 'url'];
  const address =
    /https?:\/\/[^\s<"'[\]]+/.exec(inner)?.[0] ??
    named.map((key) => attributes.get(key)).find(Boolean) ??
    /https?:\/\/[^\s<"'[\]]+/.exec(opening)?.[0];
  if (!address) return undefined;
  return linkTo(address, originalIn(library, address, undefined)?.title ?? '');
}

function quoteOf({ attributes, inner }: Code): string | undefined {
  if (inner === undefined) return undefined;
  const keys = ['author', 'cite', 'speaker', 'name', 'by', 'source', 'credit'];
  const speaker = keys.map((key) => attributes.get(key)).find(Boolean) ?? '';
  const quote = `<blockquote>${inner}<cite>${speaker}</cite></blockquote>`;
  return block(`<figure class="wp-block-pullquote">${quote}</figure>`);
}

/** A footnote in the middle of its sentence, as several plugins have them. */
function footnoteOf({ inner }: Code, { notes }: Around): string | undefined {
  if (inner === undefined) return undefined;
  const number = notes.push(inner.trim());
  return `<sup><a href="#note-of-code-${number}" id="call-of-code-${number}">${number}</a></sup>`;
}

/** @param address as HTML has it */
function linkTo(address: string, title: string): string {
  return block(`<p><a href="${address}">${quoted(title) || address}</a></p>`);
}

/** Other than in a line, with the empty lines by which WordPress knows that. */
const block = (html: string) => `\n\n${html}\n\n`;

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
