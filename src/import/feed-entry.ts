import { emptyStory, taken, type ImportedStory } from './imported-story.ts';
import { takeBlogger } from './blogger.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { momentOf } from './moment-of.ts';
import { isSamePicture, takeableFirst } from './picture-original.ts';
import { wordsOfHtml } from './words-of-html.ts';
import type { XmlNode } from './xml.ts';
import { leftovers, markupOf, take, takeAll, takeText, textOf } from './xml-taking.ts';

/**
 * A story from an entry of a feed.
 * @param language the language tag of the whole feed; empty if it has none
 */
export function feedStory(item: XmlNode, language: string): ImportedStory {
  const { link, others } = linksOf(item);
  const imported = emptyStory(takeText(item, 'guid') || takeText(item, 'id') || link);
  const put = (field: 'headline' | 'standfirst' | 'published', text: string) => {
    const found = taken(text);
    if (found) imported[field] = found;
  };
  put('headline', wordsOfHtml(htmlIn(take(item, 'title'))));
  const summary = htmlIn(take(item, 'description') ?? take(item, 'summary'));
  const body = take(item, 'encoded', '/content/') ?? take(item, 'content', 'Atom');
  const content = htmlIn(body);
  const read = htmlToMarkdown(content || summary, baseOf(link));
  imported.text = read.text;
  imported.lost.push(...read.lost);
  imported.notes.push(...read.notes);
  // Without full content, the summary becomes the text.
  if (content) put('standfirst', wordsOfHtml(summary));
  else
    imported.notes.push(
      'The feed does not have its full text, so its summary is used as the text.',
    );
  const changed = momentOf(takeText(item, 'updated') || takeText(item, 'modified'));
  const times = ['pubDate', 'published', 'date'].map((name) => momentOf(takeText(item, name)));
  put('published', times.find(Boolean) ?? changed);
  if (changed > (imported.published?.value ?? '9')) imported.changed = changed;
  const said =
    takeText(item, 'language') || item.attributes.get('lang') || body?.attributes.get('lang');
  const named = taken(said) ?? read.language ?? guessed(language);
  if (named) imported.language = named;
  for (const author of [...takeAll(item, 'author'), ...takeAll(item, 'creator')])
    imported.authors.push(wordsOfHtml(takeText(author, 'name') || textOf(author)));
  takeCategories(item, imported);
  const source = take(item, 'source');
  const name = taken(wordsOfHtml(takeText(source, 'title') || textOf(source)));
  if (name) imported.source.name = name;
  if (link) imported.link = link;
  takeBlogger(item, imported);
  takeEnclosures(item, others, imported);
  imported.lost.push(...leftovers(item));
  return imported;
}

const guessed = (value: string) =>
  value === '' ? undefined : { value, how: 'guessed' as const, from: 'the whole feed' };

function takeCategories(item: XmlNode, imported: ImportedStory): void {
  for (const node of takeAll(item, 'category')) {
    // Blogger’s category for the kind of an entry is not a topic.
    if (/#kind$/.test(node.attributes.get('scheme') ?? '')) continue;
    const name =
      node.attributes.get('label') ?? (textOf(node) || (node.attributes.get('term') ?? ''));
    if (name) imported.tags.push(wordsOfHtml(name));
  }
}

/** The address of the entry, and its other links (RFC 4287, 4.2.7.2). */
function linksOf(item: XmlNode): { link: string; others: XmlNode[] } {
  const links = takeAll(item, 'link');
  const relOf = (link: XmlNode) => link.attributes.get('rel') ?? 'alternate';
  const main = links.find((link) => relOf(link) === 'alternate');
  const link = main?.attributes.get('href') ?? textOf(main ?? links[0]);
  // Links for programs, such as to edit or answer an entry, mean nothing to readers.
  const technical = /^(?:alternate|self|edit|edit-media|replies|service|hub|canonical)$/;
  return { link, others: links.filter((one) => !technical.test(relOf(one))) };
}

/** The HTML in an element, whether it is escaped, plain text or XHTML. */
function htmlIn(node: XmlNode | undefined): string {
  if (!node) return '';
  const type = node.attributes.get('type');
  if (type === 'xhtml' || node.children.some((child) => typeof child !== 'string'))
    return markupOf(node);
  const text = textOf(node);
  return type === 'text' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}

const baseOf = (link: string) => (/^https?:/.test(link) && URL.canParse(link) ? link : undefined);

/** Takes an enclosed picture as the lead, unless the text already shows it. */
function takeEnclosures(item: XmlNode, links: XmlNode[], imported: ImportedStory): void {
  const shown = [...JSON.stringify(imported.text).matchAll(/"url":"([^"]*)"/g)].map(
    ([, url = '']) => url,
  );
  const groups = takeAll(item, 'group', '/mrss');
  const nodes = [
    ...takeAll(item, 'enclosure'),
    ...[item, ...groups].flatMap((parent) => takeAll(parent, 'content', '/mrss')),
    ...[item, ...groups].flatMap((parent) => takeAll(parent, 'thumbnail', '/mrss')),
    ...links,
  ];
  const named = nodes.map((node) => ({
    node,
    address: node.attributes.get('url') ?? node.attributes.get('href') ?? '',
    type: node.attributes.get('type') ?? '',
  }));
  for (const { node, address } of takeableFirst(named, (one) => one)) {
    const rel = node.attributes.get('rel') ?? 'enclosure';
    const type = node.attributes.get('type') ?? (node.name === 'link' ? '' : 'image/');
    const isPicture = rel === 'enclosure' && /^image\//.test(type);
    const credit = wordsOfHtml(takeText(node, 'credit'));
    const words = wordsOfHtml(takeText(node, 'description') || takeText(node, 'title'));
    const caption = credit ? `${words} (${credit})`.trim() : words;
    if (address === '' || shown.some((url) => isSamePicture(url, address))) continue;
    if (isPicture && !imported.lead) {
      imported.lead = { address, alt: '', caption };
      shown.push(address);
    } else imported.lost.push({ what: rel, text: [address, caption].filter(Boolean).join(' ') });
  }
}
