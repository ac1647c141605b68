import type { ImportedStory, Lost } from './imported-story.ts';
import { wordsOfHtml } from './words-of-html.ts';
import type { XmlNode } from './xml.ts';
import { findAll, take, takeAll, takeText, textOf } from './xml-taking.ts';

const space = 'schemas.google.com/blogger/';

/**
 * The kind of a Blogger entry. Takeout states it in an element of its own, the older backup in a category.
 * Any other feed contains only stories.
 */
function kindOf(entry: XmlNode): string {
  const stated = takeText(entry, 'type', space);
  const term = entry.children.flatMap((child) => {
    if (typeof child === 'string' || child.name !== 'category') return [];
    return /#kind$/.test(child.attributes.get('scheme') ?? '')
      ? [child.attributes.get('term')]
      : [];
  })[0];
  return stated.toLowerCase() || (term?.replace(/^.*#/, '') ?? '') || 'post';
}

/** Comments, pages and other entries of a Blogger export that are not stories. */
export class BloggerAsides {
  readonly #titles = new Map<string, string>();
  readonly #comments: { post: string; by: string; text: string }[] = [];
  readonly #others: Lost[] = [];

  /** Takes an entry that is not a story. @returns whether it took it */
  take(entry: XmlNode): boolean {
    const kind = kindOf(entry);
    const title = wordsOfHtml(textOf(entry.children.find(named('title'))));
    const id = textOf(entry.children.find(named('id')));
    const status = statusOf(entry);
    if (kind === 'comment') {
      const author = entry.children.find(named('author'));
      const content = textOf(entry.children.find(named('content')));
      this.#comments.push({
        post: postOf(entry),
        by: author ? textOf(findAll(author, 'name')[0]) : '',
        text: wordsOfHtml(content) || title,
      });
      return true;
    }
    this.#titles.set(id, title);
    const isTrash = /trash|delete/i.test(status);
    if (kind === 'post' && !isTrash) return false;
    // Settings and templates contain nothing to read.
    if (!/^(?:settings|template)$/.test(kind))
      this.#others.push({
        what: `Blogger ${kind}${isTrash ? ', in the trash' : ''}`,
        text: title,
      });
    return true;
  }

  /** What was taken, for the report; comments name their post. */
  lost(): Lost[] {
    const comments = this.#comments.map(({ post, by, text }) => ({
      what: `comment by ${by || 'nobody'} on “${this.#titles.get(post) ?? post}”`,
      text,
    }));
    return [...this.#others, ...comments];
  }
}

const named =
  (name: string) =>
  (child: XmlNode | string): child is XmlNode =>
    typeof child !== 'string' && child.name === name;

function postOf(entry: XmlNode): string {
  const reply = entry.children.find(named('in-reply-to'));
  const parent = entry.children.find(named('parent')) ?? entry.children.find(named('inReplyTo'));
  return reply?.attributes.get('ref') ?? textOf(parent);
}

function statusOf(entry: XmlNode): string {
  const isDraft = /^yes$/i.test(takeText(take(entry, 'control'), 'draft'));
  const trashed = textOf(entry.children.find(named('trashed')));
  return trashed ? 'TRASHED' : takeText(entry, 'status', space) || (isDraft ? 'DRAFT' : '');
}

/** Takes what Blogger says about a story beyond the fields of any feed. */
export function takeBlogger(entry: XmlNode, imported: ImportedStory): void {
  const status = statusOf(entry).toUpperCase();
  if (status === 'DRAFT') {
    imported.notes.push('It was a draft in Blogger, and was not published there.');
    if (imported.published)
      imported.lost.push({ what: 'when the draft was created', text: imported.published.value });
    delete imported.published;
    delete imported.changed;
  } else if (status === 'SCHEDULED')
    imported.held = 'It was scheduled in Blogger: until that time it is under embargo.';
  else if (status !== '' && status !== 'LIVE')
    imported.notes.push(`It was “${status}” in Blogger.`);
  // A Blogger export does not state the address of the blog.
  const file = takeText(entry, 'filename', space);
  if (file && !/^https?:/.test(imported.link ?? '')) imported.link = file;
  const slug = /\/([^/]+?)\.html?(?:$|[?#])/.exec(imported.link ?? '')?.[1];
  if (slug && (file || /blogspot\./.test(imported.link ?? ''))) imported.slug = slug;
  const about = wordsOfHtml(takeText(entry, 'metaDescription', space));
  if (about && imported.standfirst)
    imported.lost.push({ what: 'description for search engines', text: about });
  else if (about) imported.standfirst = { value: about, how: 'taken' };
  for (const place of takeAll(entry, 'location', space)) takePlace(place, imported);
  for (const name of ['created', 'trashed']) takeText(entry, name, space);
}

function takePlace(node: XmlNode, imported: ImportedStory): void {
  const name = takeText(node, 'name');
  const at = [Number(takeText(node, 'latitude')), Number(takeText(node, 'longitude'))] as const;
  if (name && name.length <= 100 && at.every(Number.isFinite))
    imported.places.push({ name, at: [...at] });
  else if (name) imported.lost.push({ what: 'place', text: name });
}
