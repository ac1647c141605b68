import type { Element, Root as Html } from 'hast';
import type { BlockContent, Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { FixableError } from '../desk/problem.ts';
import type { Found, Lost } from './imported-story.ts';
import { cleanUp } from './html-cleanup.ts';
import { footnoteHandlers, markFootnotes } from './html-footnotes.ts';
import type { Origin } from './html-media.ts';
import { liftPictures } from './lift-pictures.ts';
import { languageOf } from './html-language.ts';
import { labelOf, lacksTitle, plainBlocks } from './plain-blocks.ts';
import { listNoteParagraphs } from './note-paragraphs.ts';
import { Sweepings } from './sweepings.ts';
import { repairTree, wrapLines } from './repair-tree.ts';

const reader = unified().use(rehypeParse, { fragment: true }).freeze();
// Of elements without an equivalent in Markdown, only the words stay.
const setter = unified()
  .use(rehypeRemark, {
    nodeHandlers: { comment: () => undefined },
    handlers: {
      ...footnoteHandlers,
      // A block as the clean-up marked it.
      block(state, { properties: { name, title, ...attributes }, children }: Element) {
        const inner = state.toFlow(state.all({ type: 'root', children })) as BlockContent[];
        return {
          type: 'containerDirective',
          name: String(name),
          attributes: attributes as Record<string, string>,
          children: title ? [labelOf(String(title)), ...inner] : inner,
        };
      },
    },
  })
  .freeze();

/** A piece of HTML as the desk reads it. */
export interface HtmlText {
  text: Root;
  /** The language of most of the text, if stated. */
  language?: Found;
  lost: Lost[];
  notes: string[];
}

/**
 * Converts HTML to a text that the desk accepts: without scripts, forms and handlers, with headings from
 * level 2 that skip none, and with pictures as figures.
 * @param html as a string or a tree
 * @param origin its origin, or only its address, for relative links
 * @returns the text, its language, what was lost, and notes for editors
 * @throws {FixableError} when it is nested too deeply
 */
export function htmlToMarkdown(html: string | Html, origin?: string | Origin): HtmlText {
  const sweepings = new Sweepings();
  const tree = typeof html === 'string' ? parseHtml(html) : html;
  listNoteParagraphs(tree);
  markFootnotes(tree);
  const from = typeof origin === 'object' ? origin : { base: origin };
  const text = setter.runSync(cleanUp(tree, from, sweepings)) as Root;
  wrapLines(text);
  text.children = liftPictures(text.children, sweepings.lost);
  repairTree(text);
  for (const name of plainBlocks(text)) sweepings.count(`${name} set as plain text`);
  // Content from a reverted block or table may not be a valid list.
  repairTree(text);
  const notes = sweepings.notes();
  if (text.children.some(lacksTitle))
    notes.push('A gallery has no title. Write one: :::gallery[Title].');
  const language = saidLanguage(tree, notes);
  return { text, ...(language && { language }), lost: sweepings.lost, notes };
}

function saidLanguage(tree: Html, notes: string[]): Found | undefined {
  const { language, others, isFromRight } = languageOf(tree);
  if (language) return { value: language, how: 'guessed', from: `lang="${language}" in the text` };
  if (others.length > 0) notes.push(`Parts of the text are in ${others.join(', ')}.`);
  if (isFromRight)
    notes.push(
      'The text runs from right to left but does not state its language: write `language`.',
    );
  return undefined;
}

/**
 * Parses a piece of HTML.
 * @throws {FixableError} when it is nested too deeply
 */
export function parseHtml(html: string): Html {
  // The parser’s time grows with the square of the depth, so check the depth first.
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (selfClosing.has(name.toLowerCase())) continue;
    depth += end ? -1 : 1;
    if (depth > 500)
      throw new FixableError(
        'Its HTML is nested more than 500 levels deep.',
        'Ask the sender for another copy.',
      );
  }
  // A picture embedded as a data: URL is reported as one without an address.
  const bare = html.replace(/data:[\w.+-]+\/[\w.+-]+;base64,[\w+/=%\s-]{1000,}/g, 'data:,');
  for (const [tag] of bare.matchAll(/<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*/gi))
    if (tag.length > longestTag)
      throw new FixableError(
        'An attribute in its HTML is longer than 64 kB.',
        'Ask the sender for another copy.',
      );
  return reader.parse(bare);
}

/** In characters; the parser needs at least fifty bytes for each. */
const longestTag = 65_536;

/** Elements that do not need an end tag. */
const selfClosing = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option'.split(
    ' ',
  ),
);
