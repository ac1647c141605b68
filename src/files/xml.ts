/** A piece of XML that is whole; only the tag below makes one. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Writes XML: what stands in the template is markup, every text put into it is data, between tags as
 * in an attribute.
 */
export function xml(markup: TemplateStringsArray, ...values: (string | Xml | Xml[])[]): Xml {
  return new Xml(String.raw({ raw: markup }, ...values.map(asMarkup)));
}

function asMarkup(value: string | Xml | Xml[]): string {
  if (typeof value === 'string') return escape(value);
  return value instanceof Xml ? value.text : value.map(({ text }) => text).join('');
}

/** What XML 1.0 does not allow even as a reference (https://www.w3.org/TR/xml/#charsets) is left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * XML with its & and < as hexadecimal references, by which readers and validators know plain text that
 * looks like HTML (https://www.rssboard.org/rss-profile, “Character Data”).
 */
export function plainly(markup: string): string {
  return markup.replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;');
}
