import {
  captionWith,
  emptyArrival,
  taken,
  type Arrival,
  type ArrivedPicture,
  type Lost,
} from './arrival.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { agencyName } from './line-kinds.ts';
import { momentOf } from './moment-of.ts';
import { headOf, nitfToHtml } from './nitf.ts';
import { textToMarkdown } from './text-to-markdown.ts';
import { readXml, type XmlNode } from './xml.ts';
import { findAll, leftovers, take, takeAll, takeText, textOf } from './xml-taking.ts';

/**
 * Reads the news items of a NewsML-G2 file: stories whose content is NITF, (X)HTML or plain text,
 * and the pictures that were sent with them, which go to the first story.
 * @throws {Objection} as readXml
 */
export async function* readNewsMl(file: string): AsyncGenerator<Arrival | { aside: Lost[] }> {
  const stories: Arrival[] = [];
  const pictures: ArrivedPicture[] = [];
  const aside: Lost[] = [];
  for await (const item of readXml(file, [
    'newsItem',
    'packageItem',
    'conceptItem',
    'knowledgeItem',
  ])) {
    const contents = take(item, 'contentSet');
    const [remote] = contents ? takeAll(contents, 'remoteContent') : [];
    const isPicture =
      /^image\//.test(remote?.attributes.get('contenttype') ?? '') ||
      /picture|graphic/.test(classOf(item));
    if (item.name === 'newsItem' && isPicture) pictures.push(pictureOf(item, remote));
    else if (item.name === 'newsItem') stories.push(storyOf(item, contents));
    else aside.push({ what: item.name, text: item.attributes.get('guid') ?? '' });
  }
  const [first] = stories;
  const shown = first ? JSON.stringify(first.text) : '';
  for (const { address, alt, caption } of pictures) {
    if (!first)
      aside.push({ what: 'picture without a story', text: `${caption} ${address}`.trim() });
    else if (address === '' || !shown.includes(JSON.stringify(address)))
      first.text.children.push({
        type: 'paragraph',
        children: [{ type: 'image', url: address, alt, title: caption }],
      });
  }
  yield* stories;
  if (aside.length > 0) yield { aside };
}

function classOf(item: XmlNode): string {
  const [itemClass] = findAll(item, 'itemClass');
  return itemClass?.attributes.get('qcode') ?? itemClass?.attributes.get('uri') ?? '';
}

function storyOf(item: XmlNode, contents: XmlNode | undefined): Arrival {
  const arrival = emptyArrival(item.attributes.get('guid') ?? '');
  const meta = take(item, 'contentMeta');
  const about = take(item, 'itemMeta');
  const put = (
    field: 'headline' | 'standfirst' | 'published' | 'updated' | 'dateline',
    text: string,
  ) => {
    const found = taken(text);
    if (found) arrival[field] ??= found;
  };
  put('headline', takeText(meta, 'headline'));
  for (const node of meta ? takeAll(meta, 'description') : []) {
    if (arrival.standfirst) arrival.lost.push({ what: 'description', text: textOf(node) });
    put('standfirst', textOf(node));
  }
  const created = momentOf(takeText(about, 'firstCreated') || takeText(meta, 'contentCreated'));
  const changed = momentOf(takeText(about, 'versionCreated') || takeText(meta, 'contentModified'));
  put('published', created || changed);
  if (created !== '' && changed > created) put('updated', changed);
  const by = takeText(meta, 'by');
  const byline = taken(by.replace(/^by\s+/i, ''));
  if (byline) arrival.source.byline = { ...byline, from: by };
  put('dateline', takeText(meta, 'dateline').replace(/\s*[—–-]+\s*$/, ''));
  for (const node of meta
    ? [...takeAll(meta, 'subject'), ...takeAll(meta, 'keyword'), ...takeAll(meta, 'genre')]
    : []) {
    const name = takeText(node, 'name') || (node.name === 'keyword' ? textOf(node) : '');
    if (name) (node.name === 'genre' ? arrival.sections : arrival.tags).push(name);
    else arrival.lost.push({ what: node.name, text: node.attributes.get('qcode') ?? '' });
  }
  takeSource(item, meta, about, arrival);
  takeContent(contents, arrival, put);
  const status = take(about, 'pubStatus')?.attributes.get('qcode') ?? '';
  if (status !== '' && !status.endsWith(':usable'))
    arrival.notes.push(`Its sender marks it “${status}”.`);
  for (const part of [item, meta, about]) if (part) arrival.lost.push(...leftovers(part));
  return arrival;
}

function takeSource(
  item: XmlNode,
  meta: XmlNode | undefined,
  about: XmlNode | undefined,
  arrival: Arrival,
): void {
  const holder = take(take(item, 'rightsInfo'), 'copyrightHolder');
  const provider = take(about, 'provider');
  const source = take(meta, 'infoSource') ?? provider ?? holder;
  const name = takeText(source, 'name') || (source?.attributes.get('literal') ?? '');
  if (name) arrival.source.name = { value: agencyName(name), how: 'taken', from: name };
  for (const [what, node] of [
    ['provider', provider],
    ['copyright holder', holder],
  ] as const) {
    const words = textOf(node);
    if (words !== '' && words !== name) arrival.lost.push({ what, text: words });
  }
  const [rights] = findAll(item, 'rightsInfo');
  if (rights) arrival.lost.push(...leftovers(rights));
}

function takeContent(
  contents: XmlNode | undefined,
  arrival: Arrival,
  put: (field: 'headline' | 'standfirst' | 'dateline', text: string) => void,
): void {
  if (!contents) return;
  const [xml] = takeAll(contents, 'inlineXML');
  const [data] = takeAll(contents, 'inlineData');
  const [nitf] = xml ? findAll(xml, 'nitf') : [];
  const [body] = xml ? findAll(xml, nitf ? 'body.content' : 'body') : [];
  const markup = body ?? xml;
  if (nitf) {
    const head = headOf(nitf);
    put('headline', head.headline);
    put('standfirst', head.abstract);
    put('dateline', head.dateline);
    const byline = taken(head.byline);
    if (byline) arrival.source.byline ??= byline;
  }
  const isHtml =
    /html/.test(data?.attributes.get('contenttype') ?? '') || /^\s*<\w/.test(textOf(data));
  if (!markup && !isHtml) {
    arrival.text = textToMarkdown(textOf(data));
    return;
  }
  const { text, lost, notes } = htmlToMarkdown(markup ? nitfToHtml(markup) : textOf(data));
  arrival.text = text;
  arrival.lost.push(...lost, ...leftovers(contents));
  arrival.notes.push(...notes);
}

function pictureOf(item: XmlNode, remote: XmlNode | undefined): ArrivedPicture {
  const meta = take(item, 'contentMeta');
  const [by, headline] = [takeText(meta, 'by'), takeText(meta, 'headline')];
  const words = takeText(meta, 'description') || headline;
  const credit = [by, takeText(meta, 'creditline')].filter(Boolean).join('/');
  return {
    address: remote?.attributes.get('href') ?? '',
    alt: '',
    caption: captionWith(words, credit),
  };
}
