import { captionWith } from './imported-story.ts';
import type { OldList } from './old-lists.ts';
import { pathOfPicture } from './picture-original.ts';
import { wordsOfHtml } from './words-of-html.ts';
import { readXml, type XmlNode } from './xml.ts';
import { findAll, takeText, textOf } from './xml-taking.ts';

/** Part of the address of WordPress’s namespace. */
export const wp = 'wordpress.org/export';

/** A file in WordPress’s media library. */
export interface Attachment {
  id: string;
  address: string;
  title: string;
  alt: string;
  /** With the credit in parentheses at the end. */
  caption: string;
  /** The number of the post that it was uploaded to. */
  parent: string;
}

/** What stories refer to and may come after them in the file. */
export interface Library {
  attachments: Map<string, Attachment>;
  /** The same files, by the part of the address that all their sizes share. */
  byPath: Map<string, Attachment>;
  /** Authors’ names by login. */
  authors: Map<string, string>;
  /** Names of guest authors by their terms in Co-Authors Plus. */
  guests: Map<string, string>;
  /** Reusable blocks, by number. */
  blocks: Map<string, string>;
  language: string;
  /** The path of the front page, `/` or `/blog/`. */
  base: string;
  /** The parent of each nested category, both by slug. */
  parents: Map<string, string>;
  /** The pages that listed posts, by address; filled as posts are read. */
  lists: Map<string, OldList>;
}

const wanted = ['item', 'author', 'category', 'language', 'base_blog_url'];

const baseOf = (address: string) =>
  URL.canParse(address) ? new URL(address).pathname.replace(/\/*$/, '/') : '/';

/** Reads what a WordPress export (WXR) contains besides posts. */
export async function readLibrary(file: string): Promise<Library> {
  const library: Library = {
    attachments: new Map(),
    byPath: new Map(),
    authors: new Map(),
    guests: new Map(),
    blocks: new Map(),
    language: '',
    base: '/',
    parents: new Map(),
    lists: new Map(),
  };
  for await (const node of readXml(file, wanted)) {
    if (node.name === 'language') library.language ||= String(node.children[0] ?? '').trim();
    else if (node.name === 'base_blog_url') library.base = baseOf(textOf(node));
    else if (node.name === 'category') {
      const parent = takeText(node, 'category_parent', wp);
      if (parent) library.parents.set(takeText(node, 'category_nicename', wp), parent);
    } else if (node.name === 'author') {
      const login = takeText(node, 'author_login', wp);
      const name = wordsOfHtml(takeText(node, 'author_display_name', wp));
      library.authors.set(login, name || login);
    } else note(node, library);
  }
  return library;
}

function note(item: XmlNode, library: Library): void {
  const type = takeText(item, 'post_type', wp);
  const id = takeText(item, 'post_id', wp);
  if (type === 'attachment') {
    const attachment = attachmentOf(item, id);
    library.attachments.set(id, attachment);
    library.byPath.set(pathOfPicture(attachment.address), attachment);
  } else if (type === 'guest-author') {
    const meta = metaOf(item);
    const name = meta.get('cap-display_name') || wordsOfHtml(takeText(item, 'title'));
    for (const key of [meta.get('cap-user_login') ?? '', takeText(item, 'post_name', wp)])
      if (key) library.guests.set(key.replace(/^cap-/, ''), name);
  } else if (type === 'wp_block') library.blocks.set(id, takeText(item, 'encoded', '/content/'));
}

/** Fields in which plugins keep the credit of a picture. */
const credits = ['_media_credit', 'media_credit', 'photo_credit', 'image_credit', 'credit'];

function attachmentOf(item: XmlNode, id: string): Attachment {
  const meta = metaOf(item);
  const name = credits.map((key) => meta.get(key)).find(Boolean) ?? '';
  const agency = meta.get('_navis_media_credit_org');
  const credit = wordsOfHtml(agency && name ? `${name}/${agency}` : name || (agency ?? ''));
  return {
    id,
    address: takeText(item, 'attachment_url', wp),
    title: wordsOfHtml(takeText(item, 'title')),
    alt: wordsOfHtml(meta.get('_wp_attachment_image_alt') ?? ''),
    caption: captionWith(wordsOfHtml(takeText(item, 'encoded', '/excerpt/')), credit),
    parent: takeText(item, 'post_parent', wp),
  };
}

/** The custom fields of an item. */
export function metaOf(item: XmlNode): Map<string, string> {
  return new Map(
    findAll(item, 'postmeta').map((node) => [
      takeText(node, 'meta_key', wp),
      takeText(node, 'meta_value', wp),
    ]),
  );
}

/**
 * The original of a picture in the library.
 * @param address its address in the text, perhaps of a smaller copy
 * @param id the picture's number in the text; after a migration it may belong to another picture
 */
export function originalIn(
  { attachments, byPath }: Library,
  address: string,
  id: string | undefined,
): Attachment | undefined {
  const path = pathOfPicture(address);
  const named = id === undefined ? undefined : attachments.get(id);
  return named && pathOfPicture(named.address) === path ? named : byPath.get(path);
}
