import { emptyArrival, taken, type Arrival } from './arrival.ts';
import { attempt, type Incoming } from './incoming.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { momentOf } from './moment-of.ts';
import { wordsOfHtml } from './words-of-html.ts';
import { readXml, type XmlNode } from './xml.ts';
import { leftovers, markupOf, take, takeAll, takeText, textOf } from './xml-taking.ts';

/**
 * Reads the entries of a feed with full content, RSS 2.0 or Atom, one at a time.
 * @throws {Objection} as readXml
 */
export async function* readFeed(file: string): AsyncGenerator<Incoming> {
  const channel: FeedNames = {};
  for await (const node of readXml(file, ['item', 'entry', 'link', 'id'])) {
    if (node.name === 'link' || node.name === 'id') noteName(node, channel);
    else
      yield attempt(node, nameOf(node), () => {
        const feed = channel.id ?? channel.self ?? channel.link;
        return { ...storyOf(node), ...(feed !== undefined && { feed }) };
      });
  }
}

/** What a feed calls itself: its id (Atom), its own address, or that of its site. */
type FeedNames = Partial<Record<'id' | 'self' | 'link', string>>;

function noteName(node: XmlNode, names: FeedNames): void {
  const rel = node.attributes.get('rel');
  const text = textOf(node) || (node.attributes.get('href') ?? '');
  if (text === '') return;
  if (node.name === 'id') names.id ??= text;
  else if (rel === 'self') names.self ??= text;
  else if (rel === undefined || rel === 'alternate') names.link ??= text;
}

/** What an entry is called where it cannot be read. */
function nameOf(node: XmlNode): string {
  const named = node.children.filter((child) => typeof child !== 'string');
  const [first] = ['guid', 'id', 'title'].flatMap((name) =>
    named.filter((child) => child.name === name).map(textOf),
  );
  return first ?? '';
}

function storyOf(item: XmlNode): Arrival {
  const link = linkOf(item);
  const arrival = emptyArrival(takeText(item, 'guid') || takeText(item, 'id') || link);
  const put = (field: 'headline' | 'standfirst' | 'published', text: string) => {
    const found = taken(text);
    if (found) arrival[field] = found;
  };
  put('headline', wordsOfHtml(htmlIn(take(item, 'title'))));
  const summary = htmlIn(take(item, 'description') ?? take(item, 'summary'));
  const content = htmlIn(take(item, 'encoded', '/content/') ?? take(item, 'content', 'Atom'));
  const body = htmlToMarkdown(content || summary, baseOf(link));
  arrival.text = body.text;
  arrival.lost.push(...body.lost);
  arrival.notes.push(...body.notes);
  // Without full content the summary is all there is, and it is the text.
  if (content) put('standfirst', wordsOfHtml(summary));
  else arrival.notes.push('The feed has no full content of it, so its summary is the text.');
  const changed = momentOf(takeText(item, 'updated') || takeText(item, 'modified'));
  put(
    'published',
    momentOf(takeText(item, 'pubDate') || takeText(item, 'published') || takeText(item, 'date')) ||
      changed,
  );
  if (changed > (arrival.published?.value ?? '9')) arrival.changed = changed;
  for (const author of [...takeAll(item, 'author'), ...takeAll(item, 'creator')])
    arrival.authors.push(takeText(author, 'name') || textOf(author));
  for (const node of takeAll(item, 'category'))
    arrival.tags.push(
      node.attributes.get('label') ?? (textOf(node) || (node.attributes.get('term') ?? '')),
    );
  const source = take(item, 'source');
  const name = taken(takeText(source, 'title') || textOf(source));
  if (name) arrival.source.name = name;
  if (link) arrival.link = link;
  takeEnclosures(item, arrival);
  arrival.lost.push(...leftovers(item));
  return arrival;
}

function linkOf(item: XmlNode): string {
  const links = takeAll(item, 'link');
  const main = links.find((link) => (link.attributes.get('rel') ?? 'alternate') === 'alternate');
  return main?.attributes.get('href') ?? textOf(main ?? links[0]);
}

/** The HTML in an element, whether it is escaped, marked as text, or XHTML of its own. */
function htmlIn(node: XmlNode | undefined): string {
  if (!node) return '';
  const type = node.attributes.get('type');
  if (type === 'xhtml' || node.children.some((child) => typeof child !== 'string'))
    return markupOf(node);
  const text = textOf(node);
  return type === 'text' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}

const baseOf = (link: string) => (/^https?:/.test(link) && URL.canParse(link) ? link : undefined);

/** A picture that a feed sends along is the lead, when the text does not show it already. */
function takeEnclosures(item: XmlNode, arrival: Arrival): void {
  const shown = JSON.stringify(arrival.text);
  for (const node of [
    ...takeAll(item, 'enclosure'),
    ...takeAll(item, 'content', '/mrss'),
    ...takeAll(item, 'thumbnail', '/mrss'),
  ]) {
    const address = node.attributes.get('url') ?? '';
    const isPicture = /^image\//.test(node.attributes.get('type') ?? 'image/');
    const caption = takeText(node, 'description');
    if (isPicture && address && !arrival.lead && !shown.includes(JSON.stringify(address)))
      arrival.lead = { address, alt: '', caption };
    else if (!shown.includes(JSON.stringify(address)))
      arrival.lost.push({ what: 'enclosure', text: address });
  }
}
