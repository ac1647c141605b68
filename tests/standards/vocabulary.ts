import { readFileSync } from 'node:fs';

const { types, properties, sourceTypes } = JSON.parse(
  readFileSync('tests/standards/schemaorg.json', 'utf8'),
) as Record<'types' | 'properties' | 'sourceTypes', Record<string, string>>;

/** What JSON-LD is made of. */
export interface Node {
  '@type'?: string;
  '@id'?: string;
  [property: string]: unknown;
}

/** schema.org’s own term for a digital source type of IPTC. */
export const sourceTypeOf = new Map(Object.entries(sourceTypes));

/** A type with all that it is a kind of. */
function lineOf(type: string): string[] {
  const parents = types[type]?.split(' ') ?? [];
  return [type, ...parents.flatMap(lineOf)];
}

const isAddress = (text: string) => /^https?:/.test(text) && URL.canParse(text);

/** Whether a property may have a value that is not a node. */
function takes(range: string[], value: unknown): boolean {
  if (typeof value === 'number') return range.some((one) => lineOf(one).includes('Number'));
  if (typeof value === 'boolean') return range.includes('Boolean');
  if (typeof value !== 'string') return false;
  if (range.includes('IPTCDigitalSourceEnumeration'))
    return [...sourceTypeOf.values()].some((member) => value === `https://schema.org/${member}`);
  if (range.includes('Text')) return true;
  if (range.includes('Date') || range.includes('DateTime'))
    return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/.test(value);
  if (range.includes('Distance')) return /^\d+$/.test(value);
  // The address of a thing may stand for it.
  return isAddress(value);
}

/**
 * What in JSON-LD is not as schema.org has it: terms that it does not know, properties that a type
 * does not have, values that a property does not take.
 * @param typeOf the type of a node that is only named
 */
export function strangeTerms(node: Node, typeOf: (id: string) => string | undefined): string[] {
  const type = node['@type'] ?? '';
  if (!Object.hasOwn(types, type)) return [`There is no type “${type}”.`];
  const line = lineOf(type);
  return Object.entries(node).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    // What an action still has to be told is said of its property (https://schema.org/docs/actions.html).
    const property = name.replace(/-(?:input|output)$/, '');
    if (!Object.hasOwn(properties, property)) return [`There is no property “${name}”.`];
    const [domain = [], range = []] = properties[property]!.split(' > ').map((list) =>
      list.split(' '),
    );
    const strange = domain.some((one) => line.includes(one)) ? [] : [`${type} has no ${name}.`];
    for (const one of [value].flat() as unknown[]) {
      const inner = one instanceof Object ? (one as Node) : undefined;
      const kind = inner && (inner['@type'] ?? typeOf(inner['@id'] ?? '') ?? '');
      const fits =
        kind === undefined ? takes(range, one) : lineOf(kind).some((one) => range.includes(one));
      if (!fits) strange.push(`${name} does not take ${kind ?? JSON.stringify(one)}.`);
      if (inner?.['@type']) strange.push(...strangeTerms(inner, typeOf));
    }
    return strange;
  });
}
