import { BloggerAsides } from './blogger.ts';
import { feedStory } from './feed-entry.ts';
import { attempt, type Incoming } from './incoming.ts';
import { readXml, type XmlNode } from './xml.ts';
import { textOf } from './xml-taking.ts';

/**
 * Reads the entries of a feed with full content, RSS 2.0 or Atom, one at a time. A Blogger export is such
 * a feed too.
 * @throws {FixableError} as readXml
 */
export async function* readFeed(file: string): AsyncGenerator<Incoming> {
  const channel: FeedNames = {};
  let language = '';
  const blogger = new BloggerAsides();
  const names = ['item', 'entry', 'link', 'id', 'language'];
  const root = ({ attributes }: XmlNode) => (language = attributes.get('lang') ?? '');
  for await (const node of readXml(file, names, root)) {
    if (node.name === 'language') language ||= textOf(node);
    else if (node.name === 'link' || node.name === 'id') noteName(node, channel);
    else if (node.problem || !blogger.take(node))
      yield attempt(node, nameOf(node), () => {
        const feed = channel.id ?? channel.self ?? channel.link;
        return { ...feedStory(node, language), ...(feed !== undefined && { feed }) };
      });
  }
  const lost = blogger.lost();
  if (lost.length > 0) yield { aside: lost };
}

/** The names of a feed: its id (Atom), its own address, or the address of its site. */
type FeedNames = Partial<Record<'id' | 'self' | 'link', string>>;

function noteName(node: XmlNode, names: FeedNames): void {
  const rel = node.attributes.get('rel');
  const text = textOf(node) || (node.attributes.get('href') ?? '');
  if (text === '') return;
  if (node.name === 'id') names.id ??= text;
  else if (rel === 'self') names.self ??= text;
  else if (rel === undefined || rel === 'alternate') names.link ??= text;
}

/** The name of an entry in messages. */
function nameOf(node: XmlNode): string {
  const named = node.children.filter((child) => typeof child !== 'string');
  const [first] = ['guid', 'id', 'title'].flatMap((name) =>
    named.filter((child) => child.name === name).map(textOf),
  );
  return first ?? '';
}
