import sax from 'sax';

/** An element of a feed. */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  /** Its start tag as it is written. */
  tag: string;
  text: string;
  /** What is in it, as it is written. */
  source: string;
  children: Node[];
}

/** Takes a problem by the validator’s name for it, where it is, and what stands there. */
export type Tell = (name: string, at?: string, value?: string) => void;

/** The validator’s own prefixes for what the feeds speak. */
const namespaces: Record<string, string> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.georss.org/georss': 'georss',
  'http://search.yahoo.com/mrss/': 'media',
};

/**
 * Reads XML as a tree. What is in a namespace that the feeds do not speak keeps its address as prefix.
 * Throws when the XML is not well-formed.
 */
export function read(text: string, tell: Tell): Node | undefined {
  // The types do not know that one: only the five entities of XML itself.
  const options = { xmlns: true, position: true, strictEntities: true };
  const parser = sax.parser(true, options);
  const open: (Node & { from: number })[] = [];
  let root: Node | undefined;
  parser.onopennamespace = ({ prefix, uri }) => {
    const isReserved = Object.values(namespaces).includes(prefix) && namespaces[uri] !== prefix;
    if (uri === 'http://search.yahoo.com/mrss') tell('MediaRssNamespace', prefix, uri);
    else if (isReserved) tell('ReservedPrefix', prefix, uri);
    else if (namespaces[uri] === undefined) tell('UnknownNamespace', prefix, uri);
    if (prefix === 'atom' && /<feed\b/.test(text)) tell('AvoidNamespacePrefix', prefix, uri);
  };
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag as sax.QualifiedTag;
    const isCore = uri === '' || (namespaces[uri] === 'atom' && (root?.name ?? local) === 'feed');
    const node = {
      name: isCore ? local : `${namespaces[uri] ?? uri}:${local}`,
      attributes: Object.fromEntries(
        Object.values(attributes)
          .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
          .map(({ name, value }) => [name, value]),
      ),
      tag: text.slice(parser.startTagPosition - 1, parser.position),
      text: '',
      source: '',
      children: [],
      from: parser.position,
    };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  };
  parser.ontext = parser.oncdata = (more) => {
    const node = open.at(-1);
    if (node) node.text += more;
  };
  parser.onclosetag = () => {
    const node = open.pop()!;
    node.source = text.slice(node.from, parser.startTagPosition - 1);
  };
  parser.write(text).close();
  return root;
}
