import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Node,
  type Scalar,
} from 'yaml';
import type { ProblemText, Place } from './problem.ts';

/** The places of keys and values in a piece of YAML. */
export interface Places {
  /** The place of the value at a path; if there is none, of the nearest one above it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The place of a key in the mapping at a path. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
  /** How a number or a boolean at a path is written: YAML reads `007` as 7. */
  writtenAt(path: readonly PropertyKey[]): string | undefined;
}

/** A comment after a value without quotation marks. */
export interface Commented extends Place {
  path: PropertyKey[];
  /** With the # that opens it: `#MeToo`. */
  comment: string;
}

/** A piece of YAML with the places of its values. */
export interface YamlSource extends Places {
  data: unknown;
  /** The problems of the YAML itself; use `data` only if this is empty. */
  problems: (Place & ProblemText)[];
  /** Where a # in a text may have become a comment. */
  commented: Commented[];
}

/**
 * The places in a piece of YAML that was read before without problems. It is read again only when a place is
 * needed, which is rare: reading is half the work of a check.
 * @param linesBefore how many lines of the file come before it
 */
export function placesIn(text: () => string, linesBefore: number): Places {
  let yaml: YamlSource | undefined;
  const read = () => (yaml ??= readYaml(text(), linesBefore));
  return {
    placeOf: (path) => read().placeOf(path),
    placeOfKey: (path, key) => read().placeOfKey(path, key),
    writtenAt: (path) => read().writtenAt(path),
  };
}

/**
 * Reads YAML 1.2: dates and `no` stay text, and keys must not be repeated.
 * @param text the YAML
 * @param linesBefore how many lines of the file come before it
 */
export function readYaml(text: string, linesBefore = 0): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
  const problems = document.errors.map((error) => ({
    ...at(error.pos[0]),
    summary: `This is not valid YAML: ${error.message.replace(/\.?$/, '.')}`,
    fix:
      error.code === 'DUPLICATE_KEY'
        ? 'Delete one of the two.'
        : 'Check the indentation, and put a value with a colon or a # in double quotes.',
  }));
  const commented: Commented[] = [];
  visit(document, {
    // Aliases can expand without limit, and no story needs one.
    Alias: (_, alias) =>
      void problems.push({
        ...at(alias.range?.[0] ?? 0),
        summary: `YAML reads *${alias.source} as an alias, which is not allowed here.`,
        fix: 'Put the value in double quotes.',
      }),
    // Text that YAML reads as an anchor or a tag would be missing from the value.
    Value(_, node, ancestors) {
      // In a new story, comments after empty fields say what to write there.
      const isAdvice = isScalar(node) && node.value === null && node.comment?.startsWith(' ');
      if (isScalar(node) && node.comment && node.type === 'PLAIN' && !isAdvice) {
        const [, end = 0, whole = 0] = node.range ?? [];
        const sign = text.slice(end, whole).indexOf('#');
        commented.push({
          ...at(end + Math.max(sign, 0)),
          path: pathOf([...(ancestors as Node[]), node]),
          comment: `#${node.comment}`,
        });
      }
      const taken = node.anchor ? `&${node.anchor}` : node.tag;
      if (taken)
        problems.push({
          ...at(node.range?.[0] ?? 0),
          summary: `YAML reads ${taken} here as its own syntax.`,
          fix: 'Put the value in double quotes.',
        });
    },
  });

  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isScalar(node) || isCollection(node)) return node;
    }
    return undefined;
  };
  return {
    data: problems.length === 0 ? document.toJS() : undefined,
    problems,
    commented,
    placeOf: (path) => at(nodeAt(path)?.range?.[0] ?? 0),
    writtenAt(path) {
      const node = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
    placeOfKey(path, key) {
      const map = nodeAt(path);
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return at((isScalar(pair?.key) ? pair.key.range?.[0] : map?.range?.[0]) ?? 0);
    },
  };
}

/** The path to the last of a list of nodes, each of which contains the next. */
function pathOf(nodes: Node[]): PropertyKey[] {
  return nodes.flatMap((node, index): PropertyKey[] => {
    if (isPair(node)) return [String((node.key as Scalar).value)];
    const entry = nodes[index + 1];
    return isSeq(node) && entry ? [node.items.indexOf(entry)] : [];
  });
}
