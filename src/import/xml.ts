import { createReadStream } from 'node:fs';
import sax from 'sax';
import { FixableError } from '../desk/problem.ts';

/** An XML element. */
export interface XmlNode {
  /** The local name, `encoded`. */
  name: string;
  /** The namespace's address; empty if it has none. */
  space: string;
  attributes: Map<string, string>;
  children: (XmlNode | string)[];
  /** Whether a reader has used it; unused elements are reported as lost. */
  isUsed: boolean;
  /** Why the element is incomplete: it was too large or nested too deeply. */
  problem?: FixableError;
}

const deepest = 300;
const longest = 20 * 1024 * 1024;

/**
 * Streams an XML file and yields the elements with certain names, each as a tree. An element that is nested
 * more than 300 levels deep, or has more than 20 MB of text, is yielded incomplete, with its problem, and
 * reading continues.
 * @param names local names of the elements to yield
 * @param onRoot receives the root element before its content
 * @throws {FixableError} when the XML is not well-formed, declares its own entities, has an attribute of
 *   more than 64 kB, or is nested more than 3,000 levels deep
 */
export async function* readXml(
  file: string,
  names: readonly string[],
  onRoot?: (root: XmlNode) => void,
): AsyncGenerator<XmlNode> {
  const ready: XmlNode[] = [];
  const open: XmlNode[] = [];
  let size = 0;
  /** How many elements are open, wanted or not. */
  let tags = 0;
  const parser = sax.parser(true, { xmlns: true, position: true });
  parser.ondoctype = (doctype) => {
    // Own entities can expand a few lines to gigabytes; no news format needs them.
    if (/<!ENTITY/i.test(doctype)) throw declaresEntities();
  };
  /** Marks the current element as too large; the rest of it is skipped. */
  const giveUp = (why: FixableError) => {
    const [root] = open;
    if (root) root.problem ??= why;
  };
  parser.onopentag = (tag) => {
    if ((tags += 1) > 10 * deepest) throw tooDeep();
    const { local, uri } = tag as sax.QualifiedTag;
    if (tags === 1) onRoot?.(nodeOf(tag as sax.QualifiedTag, uri));
    if (open.length === 0 && !names.includes(local)) return;
    const node = nodeOf(tag as sax.QualifiedTag, uri);
    if (open.length > deepest) giveUp(tooDeep());
    if (!open[0]?.problem) open.at(-1)?.children.push(node);
    open.push(node);
  };
  const onText = (text: string) => {
    const parent = open.at(-1);
    if (!parent || open[0]?.problem) return;
    size += text.length;
    if (size > longest) giveUp(tooLarge());
    else parent.children.push(text);
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  parser.onclosetag = () => {
    tags -= 1;
    const node = open.pop();
    if (!node || open.length > 0) return;
    size = 0;
    ready.push(node);
  };
  parser.onerror = (error) => {
    throw notWellFormed(error.message);
  };
  const decoder = new TextDecoder(await encodingOf(file), { fatal: true });
  for await (const chunk of createReadStream(file)) {
    parser.write(decode(decoder, chunk as Buffer));
    yield* ready.splice(0);
  }
  parser.write(decode(decoder)).close();
  yield* ready.splice(0);
}

function nodeOf({ local, attributes }: sax.QualifiedTag, space: string): XmlNode {
  const values = Object.values(attributes).map(({ local: name, value }) => [name, value] as const);
  return { name: local, space, attributes: new Map(values), children: [], isUsed: false };
}

/** The encoding that the file declares; UTF-8 when it declares none. */
async function encodingOf(file: string): Promise<string> {
  for await (const chunk of createReadStream(file, { end: 255 })) {
    const [first, second] = chunk as Buffer;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    const declared = /^\s*(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(
      (chunk as Buffer).toString('latin1'),
    )?.[1];
    // UTF-16 without a byte order mark would not have been readable this far.
    if (!declared || /^utf-?16/i.test(declared)) return 'utf-8';
    try {
      return new TextDecoder(declared).encoding;
    } catch {
      throw new FixableError(`Its encoding ${declared} is unknown.`, 'Save it as UTF-8.');
    }
  }
  return 'utf-8';
}

function decode(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new FixableError(
      `It is not written in the encoding that it declares, ${decoder.encoding}.`,
      'Ask the sender for another copy, or correct the encoding in its first line.',
    );
  }
}

function tooDeep(): FixableError {
  return new FixableError(
    'Its XML is nested more than 300 levels deep.',
    'Ask the sender for another copy.',
  );
}

function tooLarge(): FixableError {
  return new FixableError('It is larger than 20 MB.', 'Ask the sender for another copy.');
}

function declaresEntities(): FixableError {
  return new FixableError(
    'It declares its own entities, which can expand without limit.',
    'Ask the sender for a copy without a <!DOCTYPE … [ <!ENTITY …> ]>.',
  );
}

function notWellFormed(message: string): FixableError {
  const [what = '', line = '0', column = '0'] = message.split('\n');
  const longAttribute = /^Max buffer length exceeded: (?:attribValue|tagName|attribName)/.test(
    what,
  );
  const place = `line ${Number(/\d+/.exec(line)?.[0]) + 1}, column ${/\d+/.exec(column)?.[0] ?? 0}`;
  if (longAttribute)
    return new FixableError(
      `An attribute in it is longer than 64 kB (${place}).`,
      'Ask the sender for a copy in which pictures are separate files.',
    );
  return new FixableError(
    `It is not well-formed XML: ${what.replace(/\.$/, '')} (${place}).`,
    'Export it again; the file may be truncated.',
  );
}
