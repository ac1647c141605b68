import { emptyStory, taken, type ImportedStory, type Lost } from './imported-story.ts';
import { withoutBy } from './byline-line.ts';
import { settleRelease, type Release } from './embargo.ts';
import { agencyName } from './line-kinds.ts';
import { momentOf } from './moment-of.ts';
import { takeContent } from './newsml-content.ts';
import type { XmlNode } from './xml.ts';
import { leftovers, take, takeAll, takeText, wordsIn } from './xml-taking.ts';

/**
 * Reads a news item of NewsML-G2 as a story.
 * @param pictures guids of the pictures in the file; links to them are followed
 */
export function storyOf(item: XmlNode, pictures: ReadonlySet<string>): ImportedStory {
  const imported = emptyStory(item.attributes.get('guid') ?? '');
  const version = Number(item.attributes.get('version') ?? NaN);
  if (Number.isFinite(version)) imported.version = version;
  const meta = take(item, 'contentMeta');
  const about = take(item, 'itemMeta');
  const contents = take(item, 'contentSet');
  takeLanguage(item, meta, contents, imported);
  takeWords(meta, imported);
  takeTimes(meta, about, imported);
  for (const node of meta
    ? [...takeAll(meta, 'subject'), ...takeAll(meta, 'keyword'), ...takeAll(meta, 'genre')]
    : [])
    takeTopic(node, imported);
  takeSource(item, meta, about, imported);
  for (const note of about ? takeAll(about, 'edNote') : [])
    imported.notes.push(`Note from its sender: ${wordsIn(note)}`);
  for (const link of about ? takeAll(about, 'link') : []) {
    if (!pictures.has(link.attributes.get('residref') ?? ''))
      imported.lost.push({
        what: 'link',
        text: wordsIn(link) || [...link.attributes.values()].join(' '),
      });
  }
  const inner = contents ? takeContent(contents, imported) : { embargoes: [], status: '' };
  const own = releaseOf(about);
  settleRelease(imported, {
    embargoes: [...own.embargoes, ...inner.embargoes],
    status: /(?:^|:)usable$|^$/i.test(own.status) ? inner.status : own.status,
  });
  if (imported.source.name?.from) imported.feed = imported.source.name.from;
  for (const part of [item, meta, about]) if (part) imported.lost.push(...wordsLeft(part));
  return imported;
}

/** The unused rest of a part, except what is only for machines. */
export function wordsLeft(part: XmlNode): Lost[] {
  return leftovers(part).filter(
    ({ what }) => !/^(?:catalog|catalogRef|itemClass|generator|profile)$/.test(what),
  );
}

/** When an item may be published. An embargo without a time lasts until its sender ends it (NewsML-G2, `embargoed`). */
export function releaseOf(about: XmlNode | undefined): Release {
  const embargoes = about ? takeAll(about, 'embargoed') : [];
  const status = take(about, 'pubStatus')?.attributes;
  return {
    embargoes: embargoes.map((node) => ({ what: 'embargo', time: wordsIn(node) })),
    status: status?.get('qcode') ?? status?.get('uri')?.replace(/^.*\//, '') ?? '',
  };
}

/** Takes the language of the text; the item’s own language is that of its metadata. */
function takeLanguage(
  item: XmlNode,
  meta: XmlNode | undefined,
  contents: XmlNode | undefined,
  imported: ImportedStory,
): void {
  const stated = take(meta, 'language')?.attributes.get('tag');
  const inner = (contents?.children ?? [])
    .flatMap((child) => (typeof child === 'string' ? [] : (child.attributes.get('lang') ?? [])))
    .find(Boolean);
  const language = taken(stated) ?? taken(inner);
  const outer = taken(item.attributes.get('lang'));
  if (language) imported.language = language;
  else if (outer)
    imported.language = { ...outer, how: 'guessed', from: 'the language of the item' };
}

function takeWords(meta: XmlNode | undefined, imported: ImportedStory): void {
  const put = (field: 'headline' | 'standfirst' | 'dateline', text: string) => {
    const found = taken(text);
    if (found) imported[field] ??= found;
  };
  put('headline', takeText(meta, 'headline'));
  for (const node of meta ? takeAll(meta, 'description') : []) {
    if (imported.standfirst) imported.lost.push({ what: 'description', text: wordsIn(node) });
    put('standfirst', wordsIn(node));
  }
  const by = takeText(meta, 'by');
  const byline = taken(withoutBy(by));
  if (byline) imported.source.byline = { ...byline, from: by };
  put('dateline', takeText(meta, 'dateline').replace(/\s*[—–-]+\s*$/, ''));
}

function takeTimes(
  meta: XmlNode | undefined,
  about: XmlNode | undefined,
  imported: ImportedStory,
): void {
  const time = (part: XmlNode | undefined, name: string) => momentOf(takeText(part, name));
  const [first, version] = [time(about, 'firstCreated'), time(about, 'versionCreated')];
  const [created, modified] = [time(meta, 'contentCreated'), time(meta, 'contentModified')];
  const published = first || created || version || modified;
  const found = taken(published);
  if (found) imported.published = found;
  // A new version may not change the substance: the desk decides.
  if (version !== published && version !== '') imported.changed = version;
  for (const [what, text] of [
    ['content created', created],
    ['content modified', modified],
  ] as const)
    if (text !== '' && text !== published) imported.lost.push({ what, text });
}

function takeTopic(node: XmlNode, imported: ImportedStory): void {
  const name = takeText(node, 'name') || (node.name === 'keyword' ? wordsIn(node) : '');
  if (name) (node.name === 'genre' ? imported.sections : imported.tags).push(name);
  else {
    const code = node.attributes.get('qcode') ?? node.attributes.get('uri');
    if (code) imported.lost.push({ what: node.name, text: code });
  }
  // Names in other languages, and broader topics.
  if (node.name !== 'keyword')
    for (const { text } of leftovers(node))
      if (text !== name && !/^\S*[:/]\S*$/.test(text))
        imported.lost.push({ what: `${node.name} ${name}`, text });
}

function takeSource(
  item: XmlNode,
  meta: XmlNode | undefined,
  about: XmlNode | undefined,
  imported: ImportedStory,
): void {
  const rights = takeAll(item, 'rightsInfo');
  const holder = take(rights[0], 'copyrightHolder');
  const provider = take(about, 'provider');
  const source = take(meta, 'infoSource') ?? provider ?? holder;
  const name = takeText(source, 'name') || (source?.attributes.get('literal') ?? '');
  if (name) imported.source.name = { value: agencyName(name), how: 'taken', from: name };
  for (const [what, node] of [
    ['provider', provider],
    ['copyright holder', holder],
  ] as const) {
    const words = wordsIn(node);
    if (words !== '' && words !== name) imported.lost.push({ what, text: words });
  }
  for (const part of rights) imported.lost.push(...leftovers(part));
}
