import { z } from 'astro/zod';
import type { ElementContent } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import type { Block } from '../blocks.ts';
import { nearest } from '../nearest.ts';
import { text } from '../schema/text.ts';
import type { Report } from '../text-report.ts';
import { problemTextOf } from '../validate.ts';
import { countWords } from '../words.ts';

/** A block as written in Markdown: `:::name[Title]{attribute="value"}`, lines, `:::`. */
export type Directive = Extract<RootContent, { type: 'containerDirective' }>;

/** What the desk provides to code that sets a part of a text. */
export interface Desk {
  /** Turns Markdown into HTML nodes; link addresses may be defined elsewhere in the text. */
  html(children: RootContent[]): ElementContent[];
  /** BCP 47 tag of the text. */
  language: string;
  report: Report;
}

/** What a block’s module makes its data from. */
export interface Written<Attributes> extends Desk {
  node: Directive;
  /** Empty for a kind without a title. */
  title: string;
  attributes: Attributes;
  /** What is between its first and last line. */
  children: RootContent[];
}

/** A kind of block: how it is written, and how what is written becomes data. */
export interface BlockKind {
  name: Block['type'];
  /** Whether it has a title. */
  title: boolean;
  /** Advice on how to write its first line. */
  opening: string;
  /** The special content that it contains. */
  holds: 'pictures' | 'questions' | 'table' | 'list' | undefined;
  /** What it is for, as the opening of its entry in the editors’ reference. */
  says: string;
  /** A complete example. */
  example: string;
  /** @returns its data, or undefined when its first line has problems; every problem is reported */
  set(node: Directive, desk: Desk): Block | undefined;
}

/**
 * Makes a kind of block.
 * @param attributes the attributes with their schemas
 * @param set makes the data. Title and attributes are checked before, and that the block is not empty. The
 *   data may lack what it refuses: a text with problems is not used.
 */
export function blockKind<Shape extends z.ZodRawShape>({
  attributes,
  set,
  ...kind
}: Pick<BlockKind, 'name' | 'says' | 'example'> &
  Partial<Pick<BlockKind, 'title' | 'holds'>> & {
    attributes: Shape;
    set(written: Written<z.output<z.ZodObject<Shape>>>): Block;
  }): BlockKind {
  const schema = z.strictObject(attributes);
  const opening = `Open it with ${kind.example.split('\n')[0]}`;
  return {
    title: false,
    holds: undefined,
    ...kind,
    opening,
    set(node, desk) {
      const { report } = desk;
      const label = labelOf(node);
      const children = label ? node.children.slice(1) : node.children;
      const title = readTitle(node, label, kind.title === true, opening, report);
      const read = schema.safeParse(node.attributes ?? {}, { reportInput: true });
      for (const issue of read.error?.issues ?? []) {
        if (issue.code === 'unrecognized_keys')
          for (const key of issue.keys) {
            const near = nearest(key, new Map(Object.keys(attributes).map((name) => [name, []])));
            const summary = `The block \`${kind.name}\` has no attribute \`${key}\`.`;
            report(node, summary, near ? `The nearest one is \`${near}\`. ${opening}` : opening);
          }
        else {
          const { summary, fix } = problemTextOf(schema, issue);
          report(node, `The block’s ${summary}`, issue.code === 'custom' ? fix : opening);
        }
      }
      // A picture’s only words are its caption, which is in its Markdown title.
      const isEmpty =
        kind.holds === 'pictures' ? children.length === 0 : !children.some(countWords);
      if (isEmpty)
        report(
          node,
          `The block \`${kind.name}\` is empty.`,
          'Write its content between its first and last line.',
        );
      if (isEmpty || title === undefined || !read.success) return undefined;
      return set({ ...desk, node, title, attributes: read.data, children });
    },
  };
}

/** The words in brackets after a block’s name, which the parser has as its first paragraph. */
function labelOf({ children: [first] }: Directive): Paragraph | undefined {
  return first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
}

function readTitle(
  node: Directive,
  label: Paragraph | undefined,
  isWanted: boolean,
  opening: string,
  report: Report,
): string | undefined {
  if (!isWanted && !label) return '';
  const words = label?.children.flatMap((part) => (part.type === 'text' ? [part.value] : []));
  if (!isWanted) report(label!, `The block \`${node.name}\` cannot have a title.`, opening);
  else if (!label || countWords(label) === 0)
    report(label ?? node, `The block \`${node.name}\` has no title.`, opening);
  else if (words?.length !== label.children.length)
    report(label, 'A title can contain only plain text.', 'Remove the Markdown formatting.');
  else {
    const title = text(200).safeParse(words.join(''));
    if (title.success) return title.data;
    const { message } = title.error.issues[0]!;
    report(label, `The title ${message}.`, 'Shorten it, or retype it by hand.');
  }
  return undefined;
}
