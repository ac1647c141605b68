import sharp, { type Sharp } from 'sharp';

/** A picture with nothing in it yet. */
export const picture = (): Sharp =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: '#246' } });

/** XMP with properties as attributes, and others as the first of several languages or people. */
export function xmp(simple: Record<string, string>, lists: Record<string, string> = {}): string {
  const attributes = Object.entries(simple).map(([name, value]) => ` ${name}="${value}"`);
  const elements = Object.entries(lists).map(
    ([name, value]) => `<${name}><rdf:Seq><rdf:li>${value}</rdf:li></rdf:Seq></${name}>`,
  );
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"${attributes.join('')}>${elements.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}
