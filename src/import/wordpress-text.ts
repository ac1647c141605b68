import type { Element, ElementContent, Root, RootContent } from 'hast';
import { parseHtml } from './html-to-markdown.ts';
import { element, isWithinLine } from './html-nodes.ts';
import type { Around } from './wordpress-code-kinds.ts';
import { withoutCodes } from './wordpress-codes.ts';

/**
 * Converts the text of a WordPress post to HTML, as WordPress does when it shows a post: shortcodes become
 * elements, and line ends become breaks where paragraphs depend on empty lines. Blocks of the block editor
 * have explicit paragraphs; text outside of them depends on empty lines.
 * @throws {FixableError} when it is nested too deeply
 */
export function wordPressHtml(content: string, around: Around): Root {
  const text = withBlocks(content.replaceAll('\r\n', '\n'), around, 0);
  // WordPress shows a player for an address that is alone on its line.
  const html = withoutCodes(text, around).replace(
    /^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm,
    '<a href="$1">$1</a>',
  );
  const tree = parseHtml(html);
  tree.children = withLines(tree.children);
  const notes = around.notes.map(
    (note, at) =>
      `<li id="note-of-code-${at + 1}">${note} <a href="#call-of-code-${at + 1}">↩</a></li>`,
  );
  if (notes.length > 0) tree.children.push(...parseHtml(`<ol>${notes.join('')}</ol>`).children);
  return tree;
}

/** Blocks without content of their own. */
const silent = /^(?:core\/)?(?:more|nextpage|spacer|separator|footnotes|post-[\w-]+)$/;

/** Inserts reusable blocks, and reports blocks that WordPress renders only when it shows a post. */
function withBlocks(html: string, around: Around, depth: number): string {
  return html.replace(
    /<!--\s*wp:([a-z][\w/-]*)\s+(\{(?:(?!-->)[^\n])*?\}\s+)?\/-->/g,
    (whole, name: string, values = '') => {
      const ref = /"ref"\s*:\s*(\d+)/.exec(String(values))?.[1];
      const shared = ref === undefined ? undefined : around.library.blocks.get(ref);
      if (/^(?:core\/)?block$/.test(name) && shared !== undefined && depth < 5)
        return withBlocks(shared, around, depth + 1);
      if (!silent.test(name)) around.sweepings.lose('WordPress block', `${name} ${values}`);
      return whole;
    },
  );
}

/** Breaks lines in the pieces outside of the block editor’s blocks. */
function withLines(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let free: RootContent[] = [];
  let depth = 0;
  const endFree = () => {
    result.push(...brokenLines(free as ElementContent[]));
    free = [];
  };
  for (const node of nodes) {
    const { end, self } = blockMark(node) ?? {};
    if (end === undefined) (depth > 0 ? result : free).push(node);
    else {
      endFree();
      if (!self) depth = Math.max(0, depth + (end ? -1 : 1));
    }
  }
  endFree();
  return result;
}

/** Whether a node opens or ends a block of the block editor. */
function blockMark(node: RootContent): { end: boolean; self: boolean } | undefined {
  if (node.type !== 'comment') return undefined;
  const found = /^\s*(\/?)wp:[a-z]/.exec(node.value);
  return found ? { end: found[1] === '/', self: /\/\s*$/.test(node.value) } : undefined;
}

/** Elements in which line ends are kept or have no effect. */
const verbatim = new Set('pre textarea script style svg select object'.split(' '));
const listed = new Set('ul ol dl table thead tbody tfoot tr colgroup figure'.split(' '));

/** Turns line ends into breaks, and empty lines into two breaks, except next to blocks. */
function brokenLines(nodes: ElementContent[], isLine = false): ElementContent[] {
  const isEdgeAt = (at: number) => {
    const node = nodes[at];
    return node ? isEdge(node) : !isLine;
  };
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'element') return [inElement(node)];
    if (node.type !== 'text' || !node.value.includes('\n')) return [node];
    let { value } = node;
    // A line end after a break adds no second break.
    if (isBreak(nodes[index - 1])) value = value.replace(/^[ \t]*\n/, '');
    if (isEdgeAt(index - 1)) value = value.replace(/^\s+/, '');
    if (isEdgeAt(index + 1)) value = value.replace(/\s+$/, '');
    return value
      .split(/[ \t]*\n[ \t]*/)
      .flatMap((line, at) => [...(at > 0 ? [element('br', {}, [])] : []), ...textOf(line)]);
  });
}

function inElement(node: Element): Element {
  if (verbatim.has(node.tagName)) return node;
  if (!listed.has(node.tagName))
    return { ...node, children: brokenLines(node.children, isWithinLine(node)) };
  const children = node.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  return {
    ...node,
    children: children.map((child) => (child.type === 'element' ? inElement(child) : child)),
  };
}

const textOf = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }]);

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}

/** Whether a line ends there anyway. */
function isEdge(node: ElementContent): boolean {
  return node.type === 'element' && !isBreak(node) && !isWithinLine(node);
}
