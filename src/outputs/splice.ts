/** The one element of a name in an XML document, as it stands there. */
export function cut(name: string, xml: string): string {
  const end = `</${name}>`;
  return xml.slice(xml.search(new RegExp(`<${name}[ >]`)), xml.lastIndexOf(end) + end.length);
}

/** An XML document with more before an end tag, the last of its kind. */
export function before(end: string, xml: string, more: string[]): string {
  const place = xml.lastIndexOf(end);
  return xml.slice(0, place) + more.join('') + xml.slice(place);
}
