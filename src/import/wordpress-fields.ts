import type { ImportedStory } from './imported-story.ts';
import type { OldList } from './old-lists.ts';
import { metaOf, wp, type Library } from './wordpress-library.ts';
import { wordsOfHtml } from './words-of-html.ts';
import type { XmlNode } from './xml.ts';
import { takeAll, takeText, textOf } from './xml-taking.ts';

/** Takes a post’s authors, its terms, and the fields of plugins. */
export function takeFields(item: XmlNode, imported: ImportedStory, library: Library): void {
  const account = takeText(item, 'creator');
  for (const node of takeAll(item, 'category')) takeTerm(node, imported, library);
  // The account that uploads a post may not be its author.
  const uploader = library.authors.get(account) ?? account;
  if (imported.authors.length === 0 && uploader) {
    imported.authors.push(uploader);
    // The export has no slugs of accounts; WordPress makes them from these names.
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
    // Footnotes are part of the text.
    if (!isInternal(key) && value !== '' && !(key === 'footnotes' && value.startsWith('[')))
      imported.lost.push({ what: `custom field ${key}`, text: value });
}

/** Takes a term of WordPress, or of plugins that many newsrooms use. */
function takeTerm(node: XmlNode, imported: ImportedStory, library: Library): void {
  const domain = node.attributes.get('domain') ?? '';
  const name = wordsOfHtml(textOf(node));
  if (name === '') return;
  const slug = node.attributes.get('nicename') ?? '';
  if (domain === 'category') {
    // WordPress’s default category, in any language.
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

/** Adds the page of a list; its address is known, since `tag` and `author` in it are rarely changed. */
function noteList(kind: OldList['kind'], slug: string, name: string, library: Library): void {
  const { base, lists } = library;
  const address = `${base}${kind === 'section' ? 'category' : kind}/${slug}/`;
  if (slug !== '') lists.set(address, { kind, name, address });
}

/** Adds the page of a category; it is below the page of its parent category. */
function noteCategory(slug: string, name: string, library: Library): void {
  const path = [slug];
  for (let parent = library.parents.get(slug); parent && !path.includes(parent);) {
    path.unshift(parent);
    parent = library.parents.get(parent);
  }
  noteList('section', path.join('/'), name, library);
}

/** The name of an author in Co-Authors Plus, whose terms are named after accounts: `cap-maria`. */
function authorOf(node: XmlNode, term: string, { guests, authors }: Library): string {
  const key = (node.attributes.get('nicename') ?? '').replace(/^cap-/, '');
  const names = [key, term].flatMap((name) => guests.get(name) ?? authors.get(name) ?? []);
  return names[0] ?? term;
}

/** Whether a custom field is internal to WordPress, such as its edit lock or thumbnail. */
function isInternal(key: string): boolean {
  return /^_(?:edit_lock|edit_last|thumbnail_id|oembed_.*|encloseme|pingme|wp_old_(?:date|slug)|wp_page_template|wp_trash_.*|wp_desired_post_slug|wp_attachment_.*|wp_attached_file)$/.test(
    key,
  );
}
