import { z } from 'astro/zod';
import type { ElementContent } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import type { Block } from '../blocks.ts';
import { nearest } from '../nearest.ts';
import { text } from '../schema/text.ts';
import type { Report } from '../text-report.ts';
import { problemTextOf } from '../validate.ts';
import { countWords } from '../words.ts';

/** A block as the Markdown has it: `:::name[Title]{attribute="value"}`, lines, `:::`. */
export type Directive = Extract<RootContent, { type: 'containerDirective' }>;

/** What the desk lends to those who set a part of a text. */
export interface Desk {
  /** Turns Markdown into HTML nodes, with the addresses that stand elsewhere in the text. */
  html(children: RootContent[]): ElementContent[];
  /** BCP 47 tag of the text. */
  language: string;
  report: Report;
}

/** What a block’s module is given to make its data of. */
export interface Written<Attributes> extends Desk {
  node: Directive;
  /** Empty for a kind that has none. */
  title: string;
  attributes: Attributes;
  /** What stands between its first and last line. */
  children: RootContent[];
}

/** A kind of block: how it is written, and how what is written becomes data. */
export interface BlockKind {
  name: Block['type'];
  /** Whether it has a title. */
  title: boolean;
  /** How its first line goes, as advice. */
  opening: string;
  /** What it holds that other text does not. */
  holds: 'pictures' | 'questions' | 'table' | 'list' | undefined;
  /** What it is for, as the opening of its entry in the editors’ reference. */
  says: string;
  /** How it is written, whole. */
  example: string;
  /** @returns its data, or undefined when its first line has problems; all problems are told */
  set(node: Directive, desk: Desk): Block | undefined;
}

/**
 * Makes a kind of block.
 * @param attributes the attributes with their schemas
 * @param set makes the data; title, attributes and that it is not empty are checked before. Of what it
 *   refuses it makes no data, or less: a text with problems is not used.
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
      // Of pictures only the captions are words, and they stand in their titles.
      const isEmpty =
        kind.holds === 'pictures' ? children.length === 0 : !children.some(countWords);
      if (isEmpty)
        report(
          node,
          `The block \`${kind.name}\` is empty.`,
          'Write what it is to hold between its first and last line.',
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
  if (!isWanted) report(label!, `The block \`${node.name}\` takes no title.`, opening);
  else if (!label || countWords(label) === 0)
    report(label ?? node, `The block \`${node.name}\` has no title.`, opening);
  else if (words?.length !== label.children.length)
    report(label, 'A title is plain words.', 'Take the marks out of it.');
  else {
    const title = text(200).safeParse(words.join(''));
    if (title.success) return title.data;
    const { message } = title.error.issues[0]!;
    report(label, `The title ${message}.`, 'Shorten it, or retype it by hand.');
  }
  return undefined;
}
