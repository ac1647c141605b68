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
 * @param markdown the text. As many empty lines come before it as the frontmatter has, so that line
 *   numbers are those of the file.
 * @param dateline opens the first paragraph; with the place where it is written
 * @param language BCP 47 tag of the text, which decides its quotation marks and dashes
 * @param story something unique to the story, which becomes part of the ids in its HTML
 * @returns the body, and what is wrong with it; a body with problems must not be used
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
    report(tree, 'There is no text.', 'Write the text below the fields.');
  else if (dateline && !openWith(dateline.text, blocks))
    problems.push({
      ...dateline.place,
      summary: 'There is no paragraph for the dateline to open.',
      fix: 'Begin the text with a paragraph, or remove `dateline`.',
    });
  return { body: { blocks, links, words: countWords(tree) }, problems };
}

/** Puts the dateline at the beginning of the first paragraph. Returns whether there was one. */
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
