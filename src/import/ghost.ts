import { visit } from 'unist-util-visit';
import { captionWith, emptyStory, taken, type ImportedStory, type Lost } from './imported-story.ts';
import { lexicalHtml } from './ghost-lexical.ts';
import { permalinkOf } from './ghost-permalink.ts';
import { readRelations, type Relations } from './ghost-relations.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { attempt, type Incoming } from './incoming.ts';
import { readRows } from './json-rows.ts';
import { Fields } from './json-taking.ts';
import { momentOf } from './moment-of.ts';
import { largestOf } from './picture-original.ts';
import { textToMarkdown } from './text-to-markdown.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** Stands for the site’s address, which Ghost leaves out of its exports (RFC 2606, 2). */
const unknownSite = 'https://ghost.invalid';

/**
 * Reads the posts of a Ghost export, one at a time. The file is read twice, since the names of tags and
 * authors come after the posts.
 * @param site the old address of the site, if it is known; the export does not have it
 * @throws {FixableError} as readRows
 */
export async function* readGhost(file: string, site?: string): AsyncGenerator<Incoming> {
  const relations = await readRelations(file);
  const home = site?.replace(/\/+$/, '') ?? unknownSite;
  const pages: Lost[] = [];
  for await (const { row } of readRows(file, ['posts'])) {
    const post = new Fields(row);
    const title = wordsOfHtml(post.text('title'));
    const isPage = post.text('type') === 'page' || post.take('page') === 1;
    if (isPage) pages.push({ what: 'Ghost page', text: title });
    else yield attempt({}, title || post.text('id'), () => storyOf(post, relations, home));
  }
  if (pages.length > 0) yield { aside: pages };
  yield { lists: relations.lists(home === unknownSite ? '' : home) };
}

function storyOf(post: Fields, relations: Relations, home: string): ImportedStory {
  const id = post.text('id');
  const imported = emptyStory(post.text('uuid') || id);
  const meta = new Fields(relations.metaOf.get(id));
  for (const name of ['id', 'post_id']) meta.take(name);
  const put = (field: 'headline' | 'standfirst', text: string) => {
    const found = taken(text);
    if (found) imported[field] = found;
  };
  put('headline', wordsOfHtml(post.text('title')));
  put('standfirst', wordsOfHtml(post.text('custom_excerpt') || meta.text('meta_description')));
  takeTimes(post, imported);
  takeText(post, imported, home);
  const author = post.text('author_id');
  imported.authors = relations.authorsOf(id, author);
  const { tags, internal } = relations.tagsOf(id);
  imported.tags = tags;
  imported.lost.push(...internal.map((text) => ({ what: 'internal Ghost tag', text })));
  takeLead(post, meta, imported, home);
  takeReaders(post, imported);
  const language = taken(post.text('locale'));
  if (language) imported.language = language;
  const slug = post.text('slug');
  if (slug) {
    imported.slug = slug;
    const published = imported.published?.value ?? '';
    const path = permalinkOf(
      { id, slug, published, ...relations.slugsOf(id, author) },
      relations.settings,
    );
    if (path) imported.link = bare(`${home}${path}`);
    else imported.lost.push({ what: 'its slug in Ghost (it had no address)', text: slug });
  }
  for (const name of technical) post.take(name);
  imported.lost.push(...post.rest(), ...meta.rest());
  return imported;
}

/** Fields that only Ghost itself uses. */
const technical =
  'created_by updated_by published_by comment_id newsletter_id show_title_and_feature_image type page'.split(
    ' ',
  );

function takeTimes(post: Fields, imported: ImportedStory): void {
  const status = post.text('status');
  const published = momentOf(post.text('published_at'));
  const [created, updated] = [post.text('created_at'), momentOf(post.text('updated_at'))];
  if (status === 'draft') {
    const made = momentOf(created) || published;
    if (made) imported.lost.push({ what: 'when the draft was created', text: made });
    imported.notes.push('It was a draft in Ghost, and was not published there.');
    return;
  }
  const at = taken(published);
  if (at) imported.published = at;
  if (published !== '' && updated > published) imported.changed = updated;
  if (status === 'scheduled')
    imported.held = 'It was scheduled in Ghost: until that time it is under embargo.';
  else if (status === 'sent')
    imported.notes.push('It was sent by email only and had no page in Ghost.');
  else if (status !== '' && status !== 'published')
    imported.notes.push(`It was “${status}” in Ghost.`);
}

/** Notes who could read the post; here everybody can. */
function takeReaders(post: Fields, imported: ImportedStory): void {
  const visibility = post.text('visibility');
  const who = { members: 'members', paid: 'paying members', tiers: 'some members' }[visibility];
  if (who) imported.notes.push(`Only ${who} could read it in Ghost; here everybody can.`);
  else if (visibility !== '' && visibility !== 'public')
    imported.lost.push({ what: 'visibility', text: visibility });
  if (post.take('featured')) imported.notes.push('It was featured in Ghost.');
}

function takeText(post: Fields, imported: ImportedStory, home: string): void {
  const written = post.text('html');
  const plain = post.text('plaintext');
  // The same text in the formats of Ghost’s editors.
  const [lexical, mobiledoc] = [post.text('lexical'), post.text('mobiledoc')];
  const html = (written || lexicalHtml(lexical)).replaceAll('__GHOST_URL__', home);
  if (html) {
    const { text, language, lost, notes } = htmlToMarkdown(html, `${home}/`);
    if (home === unknownSite)
      visit(text, (node) => {
        if ('url' in node) node.url = bare(node.url);
      });
    imported.text = text;
    if (language) imported.language = language;
    imported.lost.push(...lost.map((entry) => ({ ...entry, text: bare(entry.text) })));
    imported.notes.push(...notes);
    if (/<!--\s*members-only\s*-->/.test(html))
      imported.notes.push(
        'A part of it was for members only in Ghost; here everybody can read it.',
      );
  } else if (plain) imported.text = textToMarkdown(plain);
  else if (lexical || mobiledoc)
    imported.lost.push({ what: 'text in Ghost’s own format only', text: lexical || mobiledoc });
}

/** An address without the placeholder for an unknown site. */
const bare = (address: string) => address.replaceAll(unknownSite, '');

function takeLead(post: Fields, meta: Fields, imported: ImportedStory, home: string): void {
  const address = bare(largestOf(post.text('feature_image').replaceAll('__GHOST_URL__', home)));
  const caption = wordsOfHtml(meta.text('feature_image_caption'));
  const alt = wordsOfHtml(meta.text('feature_image_alt'));
  if (address) imported.lead = { address, alt, caption: captionWith(caption, '') };
  else if (caption) imported.lost.push({ what: 'caption without a picture', text: caption });
}
