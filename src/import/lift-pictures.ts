import type { Image, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Lost } from './imported-story.ts';

/**
 * Gives every picture a paragraph of its own, as the desk requires: a picture within a line splits the
 * paragraph, one within a list or a quotation moves after it.
 * @param lost receives the addresses of links around pictures
 */
export function liftPictures(blocks: RootContent[], lost: Lost[]): RootContent[] {
  return blocks.flatMap((block) => {
    if (block.type === 'image') return [figure(block)];
    // Blocks that contain pictures already have them in paragraphs of their own.
    if (block.type === 'containerDirective') return [block];
    if (block.type === 'paragraph') return partParagraph(block.children, lost);
    const pictures = takePictures(block, lost);
    return isBare(block) ? pictures.map(figure) : [block, ...pictures.map(figure)];
  });
}

function partParagraph(line: PhrasingContent[], lost: Lost[]): RootContent[] {
  const blocks: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const endRun = () => {
    if (!run.every(isBare)) blocks.push({ type: 'paragraph', children: run });
    run = [];
  };
  for (const node of line) {
    const pictures = node.type === 'image' ? [node] : takePictures(node, lost);
    if (pictures.length > 0) endRun();
    blocks.push(...pictures.map(figure));
    if (node.type !== 'image' && (pictures.length === 0 || !isBare(node))) run.push(node);
  }
  endRun();
  return blocks;
}

function figure(image: Image): RootContent {
  return { type: 'paragraph', children: [image] };
}

/** Removes all pictures from a node, however deep. */
function takePictures(node: Nodes, lost: Lost[]): Image[] {
  if (!('children' in node)) return [];
  const pictures: Image[] = [];
  const kept: Nodes[] = [];
  for (const child of node.children) {
    if (child.type === 'image') pictures.push(child);
    else {
      const inner = takePictures(child, lost);
      pictures.push(...inner);
      if (inner.length === 0 || !isBare(child)) kept.push(child);
    }
  }
  if (pictures.length > 0) {
    node.children = kept as typeof node.children;
    if (node.type === 'link' && pictures.every(({ url }) => url !== node.url))
      lost.push({ what: 'link around a picture', text: node.url });
  }
  return pictures;
}

/** Whether a node has nothing to show. */
function isBare(node: Nodes): boolean {
  if (node.type === 'break') return true;
  if ('value' in node) return node.value.trim() === '';
  // Nodes without text and children still show: a picture, a thematic break.
  return 'children' in node ? node.children.every(isBare) : false;
}
