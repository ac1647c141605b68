import { markdownWords } from './markdown-words.ts';
import { captionWith, emptyArrival, taken, type Arrival, type Found } from './arrival.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { attempt, type Incoming } from './incoming.ts';
import { wordPressHtml } from './wordpress-text.ts';
import { readXml, type XmlNode } from './xml.ts';
import { findAll, leftovers, takeAll, takeText, textOf } from './xml-taking.ts';

const wp = 'wordpress.org/export';

/** A picture of WordPress's library. */
interface Attachment {
  address: string;
  alt: string;
  caption: string;
}

/** What stories refer to and may stand behind them in the file. */
interface Library {
  attachments: Map<string, Attachment>;
  /** Authors' names by how they log in. */
  authors: Map<string, string>;
}

/**
 * Reads the posts of a WordPress export (WXR), one at a time. The file is read twice, since pictures
 * may come after the posts that show them.
 * @throws {Objection} as readXml
 */
export async function* readWordPress(file: string): AsyncGenerator<Incoming> {
  const library = await readLibrary(file);
  const aside = new Map<string, string[]>();
  for await (const item of readXml(file, ['item'])) {
    const type = takeText(item, 'post_type', wp);
    if (type === 'post' || type === '') {
      const name = takeText(item, 'guid') || takeText(item, 'title');
      yield attempt(item, name, () => postOf(item, library));
    } else if (type !== 'attachment')
      aside.set(type, [...(aside.get(type) ?? []), takeText(item, 'title')]);
  }
  const lost = [...aside].flatMap(([type, titles]) =>
    titles.map((text) => ({ what: `a ${type} of WordPress`, text })),
  );
  if (lost.length > 0) yield { aside: lost };
}

async function readLibrary(file: string): Promise<Library> {
  const library: Library = { attachments: new Map(), authors: new Map() };
  for await (const node of readXml(file, ['item', 'author'])) {
    if (node.name === 'author') {
      const login = takeText(node, 'author_login', wp);
      library.authors.set(login, takeText(node, 'author_display_name', wp) || login);
    } else if (takeText(node, 'post_type', wp) === 'attachment')
      library.attachments.set(takeText(node, 'post_id', wp), {
        address: takeText(node, 'attachment_url', wp),
        alt: metaOf(node).get('_wp_attachment_image_alt') ?? '',
        caption: takeText(node, 'encoded', '/excerpt/'),
      });
  }
  return library;
}

function postOf(item: XmlNode, library: Library): Arrival {
  const guid = takeText(item, 'guid');
  const link = takeText(item, 'link');
  const arrival = emptyArrival(guid || link || takeText(item, 'post_id', wp));
  const set = (field: 'headline' | 'standfirst' | 'published' | 'updated', found?: Found) => {
    if (found) arrival[field] = found;
  };
  set('headline', taken(takeText(item, 'title')));
  const content = htmlToMarkdown(wordPressHtml(takeText(item, 'encoded', '/content/')), link);
  arrival.text = content.text;
  arrival.lost.push(...content.lost);
  arrival.notes.push(...content.notes);
  const excerpt = htmlToMarkdown(takeText(item, 'encoded', '/excerpt/'));
  set('standfirst', taken(markdownWords(excerpt.text)));
  set('published', momentOf(item, 'post_date', takeText(item, 'pubDate')));
  const updated = momentOf(item, 'post_modified', '');
  if (updated && updated.value > (arrival.published?.value ?? '9')) set('updated', updated);
  const login = takeText(item, 'creator');
  if (login) arrival.authors.push(library.authors.get(login) ?? login);
  for (const node of takeAll(item, 'category')) {
    const list = node.attributes.get('domain') === 'category' ? 'sections' : 'tags';
    if (textOf(node) !== 'Uncategorized') arrival[list].push(textOf(node));
  }
  takeLead(item, arrival, library);
  takeComments(item, arrival);
  const status = takeText(item, 'status', wp);
  if (status !== '' && status !== 'publish') arrival.notes.push(`It was “${status}” in WordPress.`);
  if (link) arrival.link = link;
  arrival.lost.push(...leftovers(item));
  return arrival;
}

/** The moment in UTC, or else what WordPress showed, in the newsroom's zone. */
function momentOf(item: XmlNode, field: string, pubDate: string): Found | undefined {
  const [utc, local] = [takeText(item, `${field}_gmt`, wp), takeText(item, field, wp)];
  const form = /^(?!0000)\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
  if (form.test(utc)) return taken(`${utc.replace(' ', 'T')}Z`);
  if (form.test(local)) return { value: local, how: 'guessed', from: `${field}, zone unknown` };
  const at = new Date(pubDate || Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : taken(at.toISOString().replace('.000Z', 'Z'));
}

function takeLead(item: XmlNode, arrival: Arrival, { attachments }: Library): void {
  const id = metaOf(item).get('_thumbnail_id');
  for (const node of takeAll(item, 'postmeta', wp)) {
    const key = takeText(node, 'meta_key', wp);
    if (key !== '_thumbnail_id')
      arrival.lost.push({ what: `custom field ${key}`, text: takeText(node, 'meta_value', wp) });
  }
  if (id === undefined) return;
  const picture = attachments.get(id);
  if (picture) arrival.lead = { ...picture, caption: captionWith(picture.caption, '') };
  else arrival.lost.push({ what: 'lead picture that the export does not have', text: id });
}

function metaOf(item: XmlNode): Map<string, string> {
  return new Map(
    findAll(item, 'postmeta').map((node) => [
      takeText(node, 'meta_key', wp),
      takeText(node, 'meta_value', wp),
    ]),
  );
}

function takeComments(item: XmlNode, arrival: Arrival): void {
  for (const comment of takeAll(item, 'comment', wp)) {
    const by = takeText(comment, 'comment_author', wp);
    arrival.lost.push({ what: `comment by ${by}`, text: takeText(comment, 'comment_content', wp) });
  }
}
