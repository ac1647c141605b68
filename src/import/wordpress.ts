import {
  captionWith,
  emptyStory,
  taken,
  type ImportedStory,
  type Found,
  type Lost,
} from './imported-story.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { attempt, type Incoming } from './incoming.ts';
import { Sweepings } from './sweepings.ts';
import { metaOf, originalIn, readLibrary, wp, type Library } from './wordpress-library.ts';
import { takeFields } from './wordpress-fields.ts';
import { wordPressHtml } from './wordpress-text.ts';
import { wordsOfHtml } from './words-of-html.ts';
import { otherLinksOf } from './wordpress-links.ts';
import { readXml, type XmlNode } from './xml.ts';
import { leftovers, takeAll, takeText } from './xml-taking.ts';

/**
 * Reads the posts of a WordPress export (WXR), one at a time. The file is read twice, since pictures
 * may come after the posts that show them.
 * @throws {FixableError} as readXml
 */
export async function* readWordPress(file: string): AsyncGenerator<Incoming> {
  const library = await readLibrary(file);
  const aside: Lost[] = [];
  for await (const item of readXml(file, ['item'])) {
    const type = takeText(item, 'post_type', wp);
    const status = takeText(item, 'status', wp);
    const title = wordsOfHtml(takeText(item, 'title'));
    if (type === 'attachment') continue;
    if (type !== 'post' && type !== '') aside.push({ what: `WordPress ${type}`, text: title });
    else if (/^(?:trash|auto-draft|inherit)$/.test(status))
      aside.push({ what: `WordPress post, ${status}`, text: title });
    else {
      const name = takeText(item, 'guid') || title;
      yield attempt(item, name, () => postOf(item, status, library));
    }
  }
  if (aside.length > 0) yield { aside };
  yield { lists: [...library.lists.values()] };
}

function postOf(item: XmlNode, status: string, library: Library): ImportedStory {
  const guid = takeText(item, 'guid');
  const link = takeText(item, 'link');
  const post = takeText(item, 'post_id', wp);
  const imported = emptyStory(guid || link || post);
  const set = (field: 'headline' | 'standfirst', text: string) => {
    const found = taken(text);
    if (found) imported[field] = found;
  };
  set('headline', wordsOfHtml(takeText(item, 'title')));
  takeContent(item, link, post, imported, library);
  set('standfirst', wordsOfHtml(takeText(item, 'encoded', '/excerpt/')));
  takeTimes(item, status, imported);
  takeFields(item, imported, library);
  takeLead(item, imported, library);
  takeComments(item, imported);
  if (library.language)
    imported.language ??= { value: library.language, how: 'guessed', from: 'the whole site' };
  const slug = takeText(item, 'post_name', wp);
  if (slug) imported.slug = slug;
  const isPublic = status === '' || status === 'publish';
  if (link && isPublic) imported.link = link;
  else if (link) imported.lost.push({ what: 'its address before it was published', text: link });
  if (isPublic) imported.otherLinks = otherLinksOf(item, link);
  imported.lost.push(...leftovers(item));
  return imported;
}

function takeContent(
  item: XmlNode,
  base: string,
  post: string,
  imported: ImportedStory,
  library: Library,
): void {
  const sweepings = new Sweepings();
  const written = takeText(item, 'encoded', '/content/');
  const html = wordPressHtml(written + footnotesOf(item), { library, post, sweepings, notes: [] });
  const { text, language, lost, notes } = htmlToMarkdown(html, {
    base,
    originalOf: (address, id) => originalIn(library, address, id)?.address,
  });
  imported.text = text;
  if (language) imported.language = language;
  imported.lost.push(...sweepings.lost, ...lost);
  imported.notes.push(...notes);
}

/** The footnotes of the block editor, which WordPress stores outside the text and shows below it. */
function footnotesOf(item: XmlNode): string {
  try {
    const notes = JSON.parse(metaOf(item).get('footnotes') ?? '[]') as {
      id: string;
      content: string;
    }[];
    const entries = notes.map(
      ({ id, content }) => `<li id="${id}">${content} <a href="#${id}-link">↩</a></li>`,
    );
    if (entries.length === 0) return '';
    return `\n<!-- wp:html -->\n<ol>${entries.join('')}</ol>\n<!-- /wp:html -->`;
  } catch {
    return '';
  }
}

/** Notes for editors on posts that readers did not see. */
const unpublished = new Map([
  ['future', 'It was scheduled in WordPress: until that time it is under embargo.'],
  ['draft', 'It was a draft in WordPress, and was not published there.'],
  ['pending', 'It was waiting for review in WordPress, and was not published there.'],
  ['private', 'It was private in WordPress: readers did not see it.'],
]);

/** Takes the time of publication; a draft has only the time when it was begun or last changed. */
function takeTimes(item: XmlNode, status: string, imported: ImportedStory): void {
  const written = momentOf(item, 'post_date', takeText(item, 'pubDate'));
  const changed = momentOf(item, 'post_modified', '');
  if (/^(?:draft|pending)$/.test(status)) {
    if (written) imported.lost.push({ what: 'when the draft was created', text: written.value });
  } else if (written) imported.published = written;
  if (changed && changed.value > (written?.value ?? '')) imported.changed = changed.value;
  const said = unpublished.get(status) ?? `It was “${status}” in WordPress.`;
  if (/^(?:future|private)$/.test(status)) imported.held = said;
  else if (status !== '' && status !== 'publish') imported.notes.push(said);
  if (takeText(item, 'post_password', wp))
    imported.notes.push('Readers needed a password for it in WordPress.');
  if (takeText(item, 'is_sticky', wp) === '1') imported.notes.push('It was sticky in WordPress.');
  for (const field of technical) takeText(item, field, wp);
}

/** Fields that only WordPress itself uses. */
const technical = 'comment_status ping_status post_parent menu_order post_id post_type'.split(' ');

/** The time in UTC, otherwise the time that WordPress showed, in the newsroom's zone. */
function momentOf(item: XmlNode, field: string, pubDate: string): Found | undefined {
  const [utc, local] = [takeText(item, `${field}_gmt`, wp), takeText(item, field, wp)];
  const form = /^(?!0000)\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
  if (form.test(utc)) return taken(`${utc.replace(' ', 'T')}Z`);
  if (form.test(local)) return { value: local, how: 'guessed', from: `${field}, zone unknown` };
  const at = new Date(pubDate || Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : taken(at.toISOString().replace('.000Z', 'Z'));
}

function takeLead(item: XmlNode, imported: ImportedStory, { attachments }: Library): void {
  const id = metaOf(item).get('_thumbnail_id');
  if (id === undefined) return;
  const picture = attachments.get(id);
  if (picture) {
    const { address, alt, caption } = picture;
    imported.lead = { address, alt, caption: captionWith(caption, '') };
  } else imported.lost.push({ what: 'lead picture that the export does not have', text: id });
}

function takeComments(item: XmlNode, imported: ImportedStory): void {
  for (const comment of takeAll(item, 'comment', wp)) {
    const by = wordsOfHtml(takeText(comment, 'comment_author', wp));
    const text = wordsOfHtml(takeText(comment, 'comment_content', wp));
    imported.lost.push({ what: `comment by ${by}`, text });
  }
}
