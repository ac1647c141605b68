/** Extracts an element, the only one with its name, from an XML document, unchanged. */
export function cut(name: string, xml: string): string {
  const end = `</${name}>`;
  return xml.slice(xml.search(new RegExp(`<${name}[ >]`)), xml.lastIndexOf(end) + end.length);
}

/** Inserts text into an XML document before the last end tag with a name. */
export function before(end: string, xml: string, more: string[]): string {
  const place = xml.lastIndexOf(end);
  return xml.slice(0, place) + more.join('') + xml.slice(place);
}
