import { captionWith, emptyArrival, taken, type Arrival, type Lost } from './arrival.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { attempt, type Incoming } from './incoming.ts';
import { readRows } from './json-rows.ts';
import { Fields } from './json-taking.ts';
import { momentOf } from './moment-of.ts';
import { textToMarkdown } from './text-to-markdown.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** What posts refer to, by the numbers of the export. */
interface Relations {
  /** Names of tags and of users. */
  tags: Map<string, string>;
  users: Map<string, string>;
  /** For a post: the numbers of its tags, of its authors, and what else is known of it. */
  tagsOf: Map<string, string[]>;
  usersOf: Map<string, string[]>;
  metaOf: Map<string, unknown>;
}

/**
 * Reads the posts of a Ghost export, one at a time. The file is read twice, since the names of tags
 * and authors stand behind the posts.
 * @throws {Objection} as readRows
 */
export async function* readGhost(file: string): AsyncGenerator<Incoming> {
  const relations = await readRelations(file);
  const pages: Lost[] = [];
  for await (const { row } of readRows(file, ['posts'])) {
    const post = new Fields(row);
    const isPage = post.text('type') === 'page' || post.take('page') === 1;
    if (isPage) pages.push({ what: 'a page of Ghost', text: post.text('title') });
    else yield attempt({}, post.text('title') || post.text('id'), () => storyOf(post, relations));
  }
  if (pages.length > 0) yield { aside: pages };
}

async function readRelations(file: string): Promise<Relations> {
  const relations: Relations = {
    tags: new Map(),
    users: new Map(),
    tagsOf: new Map(),
    usersOf: new Map(),
    metaOf: new Map(),
  };
  const { tags, users, tagsOf, usersOf, metaOf } = relations;
  const add = (map: Map<string, string[]>, post: string, id: string) =>
    map.set(post, [...(map.get(post) ?? []), id]);
  const lists = ['tags', 'users', 'posts_tags', 'posts_authors', 'posts_meta'];
  for await (const { list, row } of readRows(file, lists)) {
    const fields = new Fields(row);
    const post = fields.text('post_id');
    if (list === 'tags') tags.set(fields.text('id'), fields.text('name'));
    else if (list === 'users') users.set(fields.text('id'), fields.text('name'));
    else if (list === 'posts_tags') add(tagsOf, post, fields.text('tag_id'));
    else if (list === 'posts_authors') add(usersOf, post, fields.text('author_id'));
    else metaOf.set(post, row);
  }
  return relations;
}

function storyOf(post: Fields, relations: Relations): Arrival {
  const id = post.text('id');
  const arrival = emptyArrival(post.text('uuid') || id);
  const meta = new Fields(relations.metaOf.get(id));
  meta.take('id');
  meta.take('post_id');
  const put = (field: 'headline' | 'standfirst' | 'published', text: string) => {
    const found = taken(text);
    if (found) arrival[field] = found;
  };
  put('headline', post.text('title'));
  put('standfirst', post.text('custom_excerpt') || meta.text('meta_description'));
  const published = momentOf(post.text('published_at'));
  put('published', published);
  const updated = momentOf(post.text('updated_at'));
  if (published !== '' && updated > published) arrival.changed = updated;
  takeText(post, arrival);
  const named = (ids: string[] | undefined, names: Map<string, string>) =>
    (ids ?? []).flatMap((number) => names.get(number) ?? []);
  arrival.authors = named(relations.usersOf.get(id) ?? [post.text('author_id')], relations.users);
  // Ghost’s own tags begin with # and are for its templates.
  arrival.tags = named(relations.tagsOf.get(id), relations.tags);
  takeLead(post, meta, arrival);
  const status = post.text('status');
  if (status !== '' && status !== 'published') arrival.notes.push(`It was “${status}” in Ghost.`);
  const slug = post.text('slug');
  if (slug) arrival.slug = slug;
  arrival.lost.push(...post.rest(), ...meta.rest());
  return arrival;
}

function takeText(post: Fields, arrival: Arrival): void {
  // Ghost writes this where a site's own address was.
  const html = post.text('html').replaceAll('__GHOST_URL__', '');
  const plain = post.text('plaintext');
  // The same text once more, as its editor keeps it.
  const [lexical, mobiledoc] = [post.text('lexical'), post.text('mobiledoc')];
  if (html) {
    const { text, lost, notes } = htmlToMarkdown(html);
    arrival.text = text;
    arrival.lost.push(...lost);
    arrival.notes.push(...notes);
  } else if (plain) arrival.text = textToMarkdown(plain);
  else if (lexical || mobiledoc)
    arrival.lost.push({ what: 'text in Ghost’s own format only', text: lexical || mobiledoc });
}

function takeLead(post: Fields, meta: Fields, arrival: Arrival): void {
  const address = post.text('feature_image').replaceAll('__GHOST_URL__', '');
  const caption = wordsOfHtml(meta.text('feature_image_caption'));
  const alt = meta.text('feature_image_alt');
  if (address) arrival.lead = { address, alt, caption: captionWith(caption, '') };
  else if (caption) arrival.lost.push({ what: 'caption without a picture', text: caption });
}
