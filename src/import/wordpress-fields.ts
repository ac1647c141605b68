import type { ImportedStory } from './imported-story.ts';
import type { OldList } from './old-lists.ts';
import { metaOf, wp, type Library } from './wordpress-library.ts';
import { wordsOfHtml } from './words-of-html.ts';
import type { XmlNode } from './xml.ts';
import { takeAll, takeText, textOf } from './xml-taking.ts';

/** Takes who signs a post, where it is filed, and what plugins keep with it. */
export function takeFields(item: XmlNode, imported: ImportedStory, library: Library): void {
  const account = takeText(item, 'creator');
  for (const node of takeAll(item, 'category')) takeTerm(node, imported, library);
  // Whoever uploads a post need not have written it.
  const uploader = library.authors.get(account) ?? account;
  if (imported.authors.length === 0 && uploader) {
    imported.authors.push(uploader);
    // The export has no slugs of accounts; WordPress makes them of these names.
    noteList(
      'author',
      account
        .toLowerCase()
        .replaceAll('@', '')
        .replace(/[\s.]+/g, '-'),
      uploader,
      library,
    );
  } else if (uploader && !imported.authors.includes(uploader))
    imported.lost.push({ what: 'account that uploaded it', text: uploader });
  takeAll(item, 'postmeta', wp);
  for (const [key, value] of metaOf(item))
    // Footnotes are a part of the text.
    if (!isInternal(key) && value !== '' && !(key === 'footnotes' && value.startsWith('[')))
      imported.lost.push({ what: `custom field ${key}`, text: value });
}

/** Taxonomies of WordPress and of plugins that many newsrooms use. */
function takeTerm(node: XmlNode, imported: ImportedStory, library: Library): void {
  const domain = node.attributes.get('domain') ?? '';
  const name = wordsOfHtml(textOf(node));
  if (name === '') return;
  const slug = node.attributes.get('nicename') ?? '';
  if (domain === 'category') {
    // Where WordPress files what nobody has filed, in whatever language.
    const isNone = name === 'Uncategorized' || slug === 'uncategorized';
    if (isNone) return;
    imported.sections.push(name);
    noteCategory(slug, name, library);
  } else if (domain === 'post_tag' || domain === 'tag') {
    imported.tags.push(name);
    noteList('tag', slug, name, library);
  } else if (domain === 'author') {
    const author = authorOf(node, name, library);
    imported.authors.push(author);
    noteList('author', slug.replace(/^cap-/, ''), author, library);
  } else if (domain === 'series' && !imported.series) imported.series = name;
  else if (domain !== 'post_format' || name !== 'Standard')
    imported.lost.push({ what: `WordPress ${domain || 'category without a kind'}`, text: name });
}

/** Notes the page on which a list stood; the words `tag` and `author` can hardly be changed by an editor. */
function noteList(kind: OldList['kind'], slug: string, name: string, library: Library): void {
  const { base, lists } = library;
  const address = `${base}${kind === 'section' ? 'category' : kind}/${slug}/`;
  if (slug !== '') lists.set(address, { kind, name, address });
}

/** A category within another stands below it. */
function noteCategory(slug: string, name: string, library: Library): void {
  const path = [slug];
  for (let parent = library.parents.get(slug); parent && !path.includes(parent);) {
    path.unshift(parent);
    parent = library.parents.get(parent);
  }
  noteList('section', path.join('/'), name, library);
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
