import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit, type Node } from 'yaml';
import type { Complaint, Place } from './fault.ts';

/** Where things stand in a piece of YAML. */
export interface Places {
  /** Where the value at a path stands; where there is none, the nearest one above it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Where a key of the mapping at a path stands. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
}

/** A piece of YAML that remembers where each of its values stands. */
export interface Sheet extends Places {
  data: unknown;
  /** What was wrong with the YAML itself; `data` is only to be used when this is empty. */
  faults: (Place & Complaint)[];
}

/**
 * The places in a piece of YAML that was read before and had no faults. It is read again only when one is
 * asked for, which is seldom, and reading it is half the work of a check.
 * @param linesBefore how many lines of the file stand before it
 */
export function placesIn(text: () => string, linesBefore: number): Places {
  let sheet: Sheet | undefined;
  const read = () => (sheet ??= readYaml(text(), linesBefore));
  return {
    placeOf: (path) => read().placeOf(path),
    placeOfKey: (path, key) => read().placeOfKey(path, key),
  };
}

/**
 * Reads YAML 1.2: dates stay text, `no` stays text, keys are never repeated.
 * @param text the YAML
 * @param linesBefore how many lines of the file stand before it
 */
export function readYaml(text: string, linesBefore = 0): Sheet {
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
  const faults = document.errors.map((error) => ({
    ...at(error.pos[0]),
    problem: `This is not valid YAML: ${error.message.replace(/\.?$/, '.')}`,
    mend:
      error.code === 'DUPLICATE_KEY'
        ? 'Delete one of the two.'
        : 'Check the indentation, and put a value with a colon or a # in it between double quotes.',
  }));
  visit(document, {
    // Aliases can unfold without end, and no story needs one.
    Alias: (_, alias) =>
      void faults.push({
        ...at(alias.range?.[0] ?? 0),
        problem: `YAML takes *${alias.source} for an alias, which is not allowed here.`,
        mend: 'Put the value between double quotes.',
      }),
    // What YAML takes for an anchor or a tag would be missing from the value.
    Value(_, node) {
      const taken = node.anchor ? `&${node.anchor}` : node.tag;
      if (taken)
        faults.push({
          ...at(node.range?.[0] ?? 0),
          problem: `YAML takes ${taken} before this for its own.`,
          mend: 'Put the value between double quotes.',
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
    data: faults.length === 0 ? document.toJS() : undefined,
    faults,
    placeOf: (path) => at(nodeAt(path)?.range?.[0] ?? 0),
    placeOfKey(path, key) {
      const map = nodeAt(path);
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return at((isScalar(pair?.key) ? pair.key.range?.[0] : map?.range?.[0]) ?? 0);
    },
  };
}
