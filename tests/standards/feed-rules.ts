import { feed } from './atom-elements.ts';
import type { Kind } from './feed-elements.ts';
import { read, type Node, type Tell } from './feed-tree.ts';
import { language, type Rule } from './feed-values.ts';
import { rss, same } from './rss-elements.ts';

// The rules of the W3C Feed Validation Service (https://github.com/w3c/feedvalidator), as far as they
// can apply to RSS 2.0 and Atom 1.0 as the feeds have them. Its errors and warnings are told by its own
// names; what it only informs of (a feed without compression, an uncommon prefix) is not told. Where it
// guesses, these rules are the stricter ones.

/** What the validator says of a feed. */
export interface Finding {
  name: string;
  /** The element and what it is in, `item/title`. */
  at: string;
  value: string;
}

/** The elements that the feeds have and may come to have; to the rules there are no others. */
const documents: Record<string, Kind> = { rss, feed };

/** Bytes that the validator reads. */
const longest = 5_000_000;

/**
 * Holds a feed against the rules.
 * @param url where it is served
 * @param now when it is looked at, in milliseconds since 1970
 * @returns every error and warning, in no order
 */
export function findingsIn(text: string, url: string, now: number): Finding[] {
  const found: Finding[] = [];
  const tell = (name: string, at = '', value = '') => void found.push({ name, at, value });
  if (Buffer.byteLength(text) > longest) tell('ValidatorLimit');
  let root: Node | undefined;
  try {
    root = read(text, tell);
  } catch (error) {
    tell('SAXError', '', (error as Error).message);
    return found;
  }
  const kind = root && documents[root.name];
  if (!root || !kind) {
    tell('UndefinedElement', 'root', root?.name);
    return found;
  }
  const format = root.name === 'rss' ? 'rss' : 'atom';
  const walk = (node: Node, kind: Kind, parent: string) => {
    const at = `${parent}/${node.name}`;
    const hold = (rules: Rule[], value: string, source: string, where = at) => {
      for (const rule of rules)
        for (const name of rule(value, { format, attributes: node.attributes, source, now }))
          tell(name, where, value);
      if (/[\u0080-\u009f\ufffd]|[ÂÃ][\u0080-\u00bf]/.test(value))
        tell('BadCharacters', where, value);
    };
    if (kind.text) hold(kind.text, node.text.trim(), node.source);
    else if (node.text.trim() !== '') tell('UnexpectedText', at, node.text.trim());
    const allowed = Object.entries({ ...kind.attributes, 'xml:lang': [language] });
    for (const [name, value] of Object.entries(node.attributes)) {
      const [, rules] = allowed.find(([one]) => one.replace('!', '') === name) ?? [];
      if (rules) hold(rules, value, node.tag, `${at}@${name}`);
      else tell('UnexpectedAttribute', `${at}@${name}`, value);
    }
    for (const [name] of allowed.filter(([one]) => one.endsWith('!')))
      if (!Object.hasOwn(node.attributes, name.slice(0, -1)))
        tell(name === 'href!' ? 'MissingHref' : 'MissingAttribute', `${at}@${name.slice(0, -1)}`);
    for (const [name, problem] of Object.entries(kind.needs ?? {}))
      if (!has(node, name)) tell(problem, `${node.name}/${name}`);
    const seen = new Set<string>();
    for (const child of node.children) {
      const known = kind.children?.[child.name];
      if (!known) tell('UndefinedElement', `${node.name}/${child.name}`);
      else {
        if (seen.has(child.name) && !known.isMany)
          tell('DuplicateElement', `${node.name}/${child.name}`);
        walk(child, known, node.name);
      }
      seen.add(child.name);
    }
  };
  walk(root, kind, 'root');
  if (format === 'rss') holdRss(root, tell);
  else holdAtom(root, tell);
  const head = format === 'rss' ? root.children.find(({ name }) => name === 'channel') : root;
  if (head) holdSelf(head, url, tell);
  return found;
}

const has = ({ children }: Node, name: string) => children.some((child) => child.name === name);
const all = ({ children }: Node, name: string) => children.filter((child) => child.name === name);

function holdRss(root: Node, tell: Tell): void {
  for (const channel of root.children) {
    const last = channel.children.findLastIndex(
      ({ name }) => !['item', 'atom:updated'].includes(name),
    );
    if (channel.children.slice(0, last).some(({ name }) => name === 'item'))
      tell('MisplacedItem', 'channel/item');
    for (const item of all(channel, 'item')) {
      if (!has(item, 'title') && !has(item, 'description'))
        tell('ItemMustContainTitleOrDescription', 'item');
      const names = item.children.map(({ name }) => name);
      const before = names.slice(0, Math.max(0, names.indexOf('content:encoded')));
      if (names.includes('content:encoded') && !before.includes('description'))
        tell('NeedDescriptionBeforeContent', 'item/content:encoded');
    }
    for (const node of [channel, ...all(channel, 'item')])
      for (const [core, other] of same[node.name] ?? [])
        if (has(node, core) && has(node, other))
          tell(
            node === channel ? 'DuplicateSemantics' : 'DuplicateItemSemantics',
            node.name,
            other,
          );
    holdUnique(all(channel, 'item'), 'guid', 'DuplicateValue', tell);
  }
}

function holdAtom(feed: Node, tell: Tell): void {
  const first = feed.children.findIndex(({ name }) => name === 'entry');
  const after = first < 0 ? [] : feed.children.slice(first);
  for (const { name } of after) if (name !== 'entry') tell('MisplacedMetadata', `feed/${name}`);
  for (const entry of all(feed, 'entry')) {
    if (!has(entry, 'author') && !has(feed, 'author')) tell('MissingElement', 'entry/author');
    if (has(entry, 'content')) continue;
    if (!has(entry, 'summary')) tell('MissingTextualContent', 'entry');
    if (!all(entry, 'link').some(isOther)) tell('MissingContentOrAlternate', 'entry');
  }
  for (const node of [feed, ...all(feed, 'entry')]) {
    const others = all(node, 'link').filter(isOther);
    const forms = others.map(({ attributes }) => `${attributes['type']} ${attributes['hreflang']}`);
    if (new Set(forms).size < forms.length) tell('DuplicateAtomLink', `${node.name}/link`);
  }
  holdUnique(all(feed, 'entry'), 'id', 'DuplicateEntries', tell);
  holdUnique(all(feed, 'entry'), 'updated', 'DuplicateUpdated', tell);
}

const isOther = ({ attributes }: Node) => (attributes['rel'] ?? 'alternate') === 'alternate';

function holdUnique(nodes: Node[], name: string, problem: string, tell: Tell): void {
  const seen = new Set<string>();
  for (const { text } of nodes.flatMap((node) => all(node, name))) {
    if (seen.has(text.trim())) tell(problem, name, text.trim());
    seen.add(text.trim());
  }
}

/** A feed names itself, by the address at which it is served. */
function holdSelf(head: Node, url: string, tell: Tell): void {
  const prefix = head.name === 'channel' ? 'atom:' : '';
  const links = all(head, `${prefix}link`).filter(({ attributes }) => attributes['rel'] === 'self');
  if (links.length === 0) tell(prefix ? 'MissingAtomSelfLink' : 'MissingSelf', head.name);
  for (const { attributes } of links) {
    const { href = '', type } = attributes;
    if (!URL.canParse(href)) tell('RelativeSelf', `${head.name}/link`, href);
    if (URL.parse(href, url)?.href !== url)
      tell('SelfDoesntMatchLocation', `${head.name}/link`, href);
    if (type !== undefined && !/^application\/(?:atom|rss|rdf)\+xml$/.test(type))
      tell('SelfNotAtom', `${head.name}/link`, type);
  }
}
