import type { Element, ElementContent, Root, RootContent } from 'hast';
import {
  element,
  hasBlock,
  hasClass,
  inLine,
  isWithinLine,
  keep,
  nameFor,
  unquoted,
  within,
  withoutEnds,
  wordsOf,
} from './html-nodes.ts';
import { blockNode, sentBlock, sentTable } from './html-blocks.ts';
import { cardOf } from './html-cards.ts';
import { countedLines, isCountedOtherwise } from './html-lists.ts';
import { embedOf, pictureOf, takeLarger, type Origin } from './html-media.ts';
import { partAtEmptyLines } from './html-paragraphs.ts';
import { linkAddress } from './link-address.ts';
import { raised } from './raised.ts';
import type { Sweepings } from './sweepings.ts';

/** The maximum depth; deeper elements become plain text. */
const deepest = 60;

const silent = new Set('script style noscript template canvas head link meta'.split(' '));
const quoted = new Set('form button select textarea svg math object dialog title'.split(' '));
const struck = new Set(['del', 's', 'strike']);
const partsOfTable = new Set('caption colgroup col thead tbody tfoot tr td th'.split(' '));
const embeds = new Set(['iframe', 'embed', 'video', 'audio']);

/** Cleans an HTML tree: only what Markdown can express stays, and pictures with their captions. */
export function cleanUp(tree: Root, origin: Origin, sweepings: Sweepings): Root {
  const cleaner = new Cleaner(origin, sweepings);
  return { type: 'root', children: partAtEmptyLines(cleaner.all(tree.children, 0)) };
}

class Cleaner {
  readonly #origin: Origin;
  readonly #sweepings: Sweepings;
  #tables = 0;

  constructor(origin: Origin, sweepings: Sweepings) {
    this.#origin = origin;
    this.#sweepings = sweepings;
  }

  all(nodes: RootContent[], depth: number): ElementContent[] {
    return nodes.flatMap((node) => this.#one(node, depth));
  }

  #one(node: RootContent, depth: number): ElementContent[] {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (node.type !== 'element') return [];
    if (depth > deepest) {
      this.#sweepings.count('nested too deeply, set as plain text');
      return [{ type: 'text', value: wordsOf(node) }];
    }
    const { tagName, properties } = node;
    for (const name of Object.keys(properties))
      if (/^on/i.test(name)) this.#sweepings.count('event handler');
    if (tagName === 'footnote-call') return [node];
    if (silent.has(tagName)) return this.#drop(tagName);
    if (quoted.has(tagName)) return this.#quote(node);
    if (tagName === 'input') return this.#drop('input');
    if (embeds.has(tagName)) return embedOf(node, this.#origin.base, this.#sweepings);
    if (tagName === 'img') return [pictureOf(node, this.#origin, this.#sweepings) ?? []].flat();
    if (tagName === 'a') return this.#link(node, depth);
    const card = cardOf(node, this.#sweepings);
    if (card) return this.all(card, depth + 1);
    if (tagName === 'table') return this.#table(node, depth);
    const block = sentBlock(node, (nodes) => this.all(nodes, depth + 1));
    if (block) return [block];
    if (tagName === 'figure' || hasClass(node, 'wp-caption')) return this.#figure(node, depth);
    const kept = this.#tables > 0 && partsOfTable.has(tagName) ? tagName : nameFor(node);
    if (tagName === 'h1') this.#sweepings.count('h1 turned into h2');
    if (properties['title'])
      this.#sweepings.lose(`title of ${tagName}`, String(properties['title']));
    const children = this.all(node.children, depth + 1);
    if (tagName === 'sup' || tagName === 'sub') return this.#raised(tagName, children);
    // Emphasis around whole paragraphs is only decoration.
    if (isWithinLine(node)) {
      const line = children.some(hasBlock);
      if (line && struck.has(tagName)) return this.#quote(node);
      // The language of code is in a class.
      const said = kept === 'code' ? keep(properties, ['className']) : {};
      return line ? children : withoutEnds(element(kept, said, children));
    }
    if (tagName === 'ol' && isCountedOtherwise(node)) return countedLines(node, children);
    if (kept === 'p' || kept === 'div') return [this.#paragraphs(kept, children)];
    if (!/^(?:h[1-6]|pre)$/.test(kept))
      return [element(kept, keep(properties, ['start', 'name']), partAtEmptyLines(children))];
    // These may contain only a line or a text; anything else in them comes after them.
    const line = kept === 'pre' ? children : children.flatMap(inLine);
    return [element(kept, {}, line), ...within(children, 'img')];
  }

  #paragraphs(name: string, children: ElementContent[]): Element {
    const parts = partAtEmptyLines(children);
    return element(name === 'p' && parts.some(hasBlock) ? 'div' : name, {}, parts);
  }

  #raised(kind: 'sup' | 'sub', children: ElementContent[]): ElementContent[] {
    // A link or footnote reference in it stays.
    if (['a', 'img', 'footnote-call'].some((name) => within(children, name).length > 0))
      return children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const words = wordsOf(element('span', {}, children));
    const { text, isWhole } = raised(words, kind);
    if (!isWhole) this.#sweepings.lose(kind === 'sup' ? 'superscript' : 'subscript', words);
    return [{ type: 'text', value: text }];
  }

  #drop(kind: string): [] {
    this.#sweepings.count(kind);
    return [];
  }

  #quote(node: Element): [] {
    this.#sweepings.count(node.tagName);
    this.#sweepings.lose(struck.has(node.tagName) ? 'struck out' : node.tagName, wordsOf(node));
    return [];
  }

  #link(node: Element, depth: number): ElementContent[] {
    const children = this.all(node.children, depth + 1);
    const written = String(node.properties['href'] ?? '').trim();
    const href = linkAddress(written, this.#origin.base);
    if (href && takeLarger(href, children)) return children;
    if (href && children.some(hasBlock)) {
      const words = children.flatMap(inLine);
      if (wordsOf(element('a', {}, words)) === '') this.#sweepings.lose('link', href);
      return [element('p', {}, [element('a', { href }, words)]), ...within(children, 'img')];
    }
    if (href)
      return withoutEnds(element('a', { href, ...keep(node.properties, ['title']) }, children));
    if (/^\s*(?:javascript|vbscript|data):/i.test(written.replace(/[\u0000-\u0020]/g, '')))
      this.#sweepings.count('link that would run a script');
    else if (written !== '') {
      this.#sweepings.count('link without a known address');
      this.#sweepings.lose('link', `${wordsOf(node)} → ${written}`);
    }
    return children;
  }

  #table(node: Element, depth: number): ElementContent[] {
    this.#tables += 1;
    const cleaned = this.all(node.children, depth + 1);
    this.#tables -= 1;
    return sentTable(cleaned);
  }

  #figure(node: Element, depth: number): ElementContent[] {
    const captions = node.children.filter(
      (child): child is Element =>
        child.type === 'element' &&
        (child.tagName === 'figcaption' || hasClass(child, 'wp-caption-text')),
    );
    const rest = node.children.filter((child) => !captions.includes(child as Element));
    const [table, other] = rest.filter((child) => child.type !== 'text' || child.value.trim());
    if (table?.type === 'element' && table.tagName === 'table' && !other && captions[0]) {
      const caption = element(
        'caption',
        {},
        captions.flatMap(({ children }) => children),
      );
      return this.#table({ ...table, children: [caption, ...table.children] }, depth);
    }
    const inner = this.all(rest, depth + 1);
    const pictures = within(inner, 'img');
    const words = captions.map((caption) => wordsOf(caption)).join(' ');
    for (const link of captions.flatMap((caption) => within([caption], 'a')))
      this.#sweepings.lose(
        'link in a caption',
        `${wordsOf(link)} → ${String(link.properties['href'])}`,
      );
    const [first] = pictures;
    // Of a picture that may not be republished only the words come; the figure waits for it.
    if (!first && words !== '' && inner.every((child) => wordsOf(child) === ''))
      return [element('img', { src: '', alt: '', title: words }, [])];
    if (!first && words !== '' && hasClass(node, 'pull-quote'))
      return [blockNode('pull-quote', '', inner.flatMap(unquoted), { speaker: words })];
    if (!first) {
      const said = captions.map(({ children }) => element('p', {}, this.all(children, depth + 1)));
      const isAbove = node.children.find(({ type }) => type === 'element') === captions[0];
      return isAbove ? [...said, ...inner] : [...inner, ...said];
    }
    if (first.properties['title']) this.#sweepings.lose('caption of several pictures', words);
    else first.properties['title'] = words;
    return inner;
  }
}
