import type { Arrival } from './arrival.ts';
import { metaOf, wp, type Library } from './wordpress-library.ts';
import { wordsOfHtml } from './words-of-html.ts';
import type { XmlNode } from './xml.ts';
import { takeAll, takeText, textOf } from './xml-taking.ts';

/** Takes who signs a post, where it is filed, and what plugins keep with it. */
export function takeFields(item: XmlNode, arrival: Arrival, library: Library): void {
  const account = takeText(item, 'creator');
  for (const node of takeAll(item, 'category')) takeTerm(node, arrival, library);
  // Whoever uploads a post need not have written it.
  const uploader = library.authors.get(account) ?? account;
  if (arrival.authors.length === 0 && uploader) arrival.authors.push(uploader);
  else if (uploader && !arrival.authors.includes(uploader))
    arrival.lost.push({ what: 'account that uploaded it', text: uploader });
  takeAll(item, 'postmeta', wp);
  for (const [key, value] of metaOf(item))
    // Footnotes are a part of the text.
    if (!isInternal(key) && value !== '' && !(key === 'footnotes' && value.startsWith('[')))
      arrival.lost.push({ what: `custom field ${key}`, text: value });
}

/** Taxonomies of WordPress and of plugins that many newsrooms use. */
function takeTerm(node: XmlNode, arrival: Arrival, library: Library): void {
  const domain = node.attributes.get('domain') ?? '';
  const name = wordsOfHtml(textOf(node));
  if (name === '') return;
  if (domain === 'category') {
    // Where WordPress files what nobody has filed, in whatever language.
    const isNone = name === 'Uncategorized' || node.attributes.get('nicename') === 'uncategorized';
    if (!isNone) arrival.sections.push(name);
  } else if (domain === 'post_tag' || domain === 'tag') arrival.tags.push(name);
  else if (domain === 'author') arrival.authors.push(authorOf(node, name, library));
  else if (domain === 'series' && !arrival.series) arrival.series = name;
  else if (domain !== 'post_format' || name !== 'Standard')
    arrival.lost.push({ what: `${domain || 'category without a kind'} of WordPress`, text: name });
}

/** The name of an author of Co-Authors Plus: its terms are called after accounts, `cap-maria`. */
function authorOf(node: XmlNode, term: string, { guests, authors }: Library): string {
  const key = (node.attributes.get('nicename') ?? '').replace(/^cap-/, '');
  const names = [key, term].flatMap((name) => guests.get(name) ?? authors.get(name) ?? []);
  return names[0] ?? term;
}

/** What WordPress keeps for itself: who has a post open, what a player looked like, what is the lead. */
function isInternal(key: string): boolean {
  return /^_(?:edit_lock|edit_last|thumbnail_id|oembed_.*|encloseme|pingme|wp_old_(?:date|slug)|wp_page_template|wp_trash_.*|wp_desired_post_slug|wp_attachment_.*|wp_attached_file)$/.test(
    key,
  );
}
