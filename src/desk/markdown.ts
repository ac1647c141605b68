import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Processor } from 'unified';
import type { ElementContent, Root as Html } from 'hast';
import type { RootContent } from 'mdast';

/** Only whole blocks are directives: in a sentence a colon is a colon, as in “at 9:30”. */
function colonsInSentences(this: Processor) {
  for (const extension of this.data().micromarkExtensions ?? []) delete extension.text?.[58];
}

const reader = unified().use(remarkParse).use(remarkDirective).use(colonsInSentences).freeze();
const setter = unified().use(remarkRehype).freeze();

/** Parses Markdown: CommonMark with block directives. */
export function parseMarkdown(markdown: string): Root {
  return reader.parse(markdown);
}

/** Turns Markdown nodes into HTML nodes; raw HTML among them is left out. */
export function toHtmlNodes(children: RootContent[]): ElementContent[] {
  const html = setter.runSync({ type: 'root', children }) as Html;
  return html.children.filter(
    (node) => node.type === 'element' && stripPositions(node),
  ) as ElementContent[];
}

/** Places are needed while the desk checks; in the set text they are only weight. */
function stripPositions(node: ElementContent): true {
  delete node.position;
  delete (node as { data?: unknown }).data;
  if (node.type === 'element') node.children.forEach(stripPositions);
  return true;
}
