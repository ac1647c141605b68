import type { PictureFile } from '../desk/picture-notes.ts';
import type { Figure } from '../desk/schema/figure.ts';

/**
 * The metadata of every published picture, as an XMP packet (ISO 16684-1): its owner, from the figure,
 * and its origin, from the source file. The properties are those of the IPTC Photo Metadata Standard:
 * Credit Line, Creator, Copyright Notice, Rights Usage Terms, Web Statement of Rights, Digital Source
 * Type. No other metadata of the source is kept.
 */
export function xmpOf(figure: Figure, { rights, notes }: Pick<PictureFile, 'rights' | 'notes'>) {
  const properties = [
    simple('photoshop:Credit', figure.credit),
    list('dc:creator', 'Seq', notes?.creator),
    // The story may state the rights holder; otherwise the copyright notice of the source is kept.
    list('dc:rights', 'Alt', rights?.holder ?? notes?.copyright),
    list('xmpRights:UsageTerms', 'Alt', rights?.licence),
    simple('xmpRights:WebStatement', rights?.licenceUrl),
    simple('Iptc4xmpExt:DigitalSourceType', notes?.digitalSourceType),
  ].filter((property) => property !== undefined);
  const used = new Set(properties.map(({ name }) => name.split(':')[0]!));
  const spaces = [...used].map((prefix) => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('');
  const attributes = properties.map(({ attribute }) => attribute ?? '').join('');
  const elements = properties.map(({ element }) => element ?? '').join('');
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${spaces}${attributes}>${elements}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

const namespaces: Record<string, string> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
};

interface Property {
  name: string;
  attribute?: string;
  element?: string;
}

function simple(name: string, value: string | undefined): Property | undefined {
  return value === undefined ? undefined : { name, attribute: ` ${name}="${escape(value)}"` };
}

/** XMP requires a sequence for creators, and alternatives for texts that may be translated. */
function list(name: string, kind: 'Seq' | 'Alt', value: string | undefined): Property | undefined {
  if (value === undefined) return undefined;
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : '';
  const item = `<rdf:li${language}>${escape(shorten(value))}</rdf:li>`;
  return { name, element: `<${name}><rdf:${kind}>${item}</rdf:${kind}></${name}>` };
}

/** Every size of a picture carries this text, and legal notices of a source may be pages long. */
function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 200 ? `${characters.slice(0, 199).join('')}…` : text;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
