import type { Graph, Thing } from 'schema-dts';

/**
 * What a page says in schema.org’s words, as the text of its script element.
 * @param nodes what the page is and what it is about; they name each other by `@id`
 * @returns JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/)
 */
export function asScript(nodes: Thing[]): string {
  const jsonLd: Graph = { '@context': 'https://schema.org', '@graph': nodes };
  // In a script element only `<` could end the data or begin a comment.
  return JSON.stringify(jsonLd).replaceAll('<', '\\u003c');
}
