import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { kindNamed } from './blocks/kinds.ts';
import { picturesOf, readFigure } from './blocks/picture.ts';
import type { Block, Body } from './blocks.ts';
import type { ProblemText, Place } from './problem.ts';
import { readFootnotes } from './footnotes.ts';
import { parseMarkdown, toHtmlNodes } from './markdown.ts';
import { checkText } from './text-rules.ts';
import { placeOf, type Report } from './text-report.ts';
import { setTree } from './typography/set-tree.ts';
import { setNumbers } from './typography/telephone.ts';
import { countWords } from './words.ts';

/**
 * Sets a story's Markdown as blocks.
 * @param markdown the text, with as many empty lines before it as the file has frontmatter, so
 *   that places are the file's own
 * @param dateline opens the first paragraph; with where it is written
 * @param language BCP 47 tag of the text, by which its quotation marks and dashes are set
 * @param story a mark of the story, which becomes a part of the ids in it
 * @returns the body and what is wrong with it; with problems the body is not to be used
 */
export function setBody(
  markdown: string,
  dateline?: { text: string; place: Place },
  language = 'und',
  story = '',
): { body: Body; problems: (Place & ProblemText)[] } {
  const problems: (Place & ProblemText)[] = [];
  const report: Report = (node, summary, fix) => problems.push({ ...placeOf(node), summary, fix });
  const tree = parseMarkdown(markdown);
  const links = checkText(tree, markdown, language, report);
  const footnotes = markdown.includes('[^')
    ? readFootnotes(tree, story, language, report)
    : undefined;
  setTree(tree, language);
  const definitions = tree.children.filter((node) => node.type === 'definition');

  const html = (nodes: RootContent[]) =>
    setNumbers(toHtmlNodes([...nodes, ...definitions]), language);
  const desk = { html, language, report };
  const asBlock = (node: RootContent): Block | undefined => {
    if (node.type === 'containerDirective') return kindNamed(node.name)?.set(node, desk);
    const [picture, other] = picturesOf(node) ?? [];
    return picture && !other ? readFigure(picture, report) : undefined;
  };

  const blocks: Block[] = [];
  let run: RootContent[] = [];
  const endRun = () => {
    const nodes = html(run);
    if (nodes.length > 0) blocks.push({ type: 'prose', nodes });
    run = [];
  };
  for (const node of tree.children) {
    const block = asBlock(node);
    if (block) {
      endRun();
      blocks.push(block);
    } else if (node.type !== 'definition' && node.type !== 'footnoteDefinition') run.push(node);
  }
  endRun();
  const notes = footnotes?.(html);
  if (notes) blocks.push(notes);

  if (blocks.length === 0 && problems.length === 0)
    report(tree, 'There is no text.', 'Write the text under the fields.');
  else if (dateline && !openWith(dateline.text, blocks))
    problems.push({
      ...dateline.place,
      summary: 'There is no paragraph that the dateline could open.',
      fix: 'Begin the text with a paragraph, or leave `dateline` out.',
    });
  return { body: { blocks, links, words: countWords(tree) }, problems };
}

/** Puts the dateline at the head of the first paragraph; tells whether there was one. */
function openWith(dateline: string, blocks: Block[]): boolean {
  const isParagraph = (node: ElementContent): node is Element =>
    node.type === 'element' && node.tagName === 'p';
  const first = blocks
    .flatMap((block) => (block.type === 'prose' ? block.nodes : []))
    .find(isParagraph);
  first?.children.unshift(
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['dateline'] },
      children: [{ type: 'text', value: dateline }],
    },
    { type: 'text', value: ' — ' },
  );
  return first !== undefined;
}
