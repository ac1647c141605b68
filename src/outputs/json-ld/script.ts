import type { Graph, Thing } from 'schema-dts';

/**
 * The JSON-LD of a page, as the text of its script element.
 * @param nodes the page and its subject, which reference each other by `@id`
 * @returns JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/)
 */
export function asScript(nodes: Thing[]): string {
  const jsonLd: Graph = { '@context': 'https://schema.org', '@graph': nodes };
  // In a script element, only `<` could end the script or start a comment.
  return JSON.stringify(jsonLd).replaceAll('<', '\\u003c');
}
