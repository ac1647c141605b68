import type { Sweepings } from './sweepings.ts';
import { originalIn, type Attachment, type Library } from './wordpress-library.ts';

/** A WordPress shortcode: `[name key="value"]`, perhaps with content up to `[/name]`. */
export interface Code {
  name: string;
  /** As written, without its content. */
  opening: string;
  attributes: Map<string, string>;
  /** Its content, with shortcodes in it already replaced; undefined if it has none. */
  inner: string | undefined;
}

/** What a post’s shortcodes refer to. */
export interface Around {
  library: Library;
  /** The number of the post. */
  post: string;
  sweepings: Sweepings;
  /** Footnotes within the text, in order, as HTML. */
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

/** The HTML for a shortcode; for an unknown one, its content. */
export function htmlOf(code: Code, around: Around): string {
  const html = kinds.get(code.name)?.(code, around);
  if (html !== undefined) return html;
  around.sweepings.lose(`WordPress shortcode`, code.opening);
  return code.inner ?? '';
}

/** A picture with its caption, in the content or, before WordPress 3.4, in an attribute. */
function captionOf({ attributes, inner = '' }: Code, { sweepings }: Around): string | undefined {
  const picture = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner);
  if (!picture) return undefined;
  const words = inner.replace(picture[0], ' ').trim();
  const attribute = attributes.get('caption') ?? '';
  const credit = attributes.get('credit') ?? '';
  const caption = words || attribute;
  if (words && attribute) sweepings.lose('caption', attribute);
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

/** A link for what WordPress shows in a player, with its title from the library. */
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

/** A footnote within its sentence, as several plugins write them. */
function footnoteOf({ inner }: Code, { notes }: Around): string | undefined {
  if (inner === undefined) return undefined;
  const number = notes.push(inner.trim());
  return `<sup><a href="#note-of-code-${number}" id="call-of-code-${number}">${number}</a></sup>`;
}

/** @param address as HTML has it */
function linkTo(address: string, title: string): string {
  return block(`<p><a href="${address}">${quoted(title) || address}</a></p>`);
}

/** Wraps a block in the empty lines by which WordPress recognizes blocks. */
const block = (html: string) => `\n\n${html}\n\n`;

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
