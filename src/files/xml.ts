/** Well-formed XML; only the template tag below creates it. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * A template tag that writes XML. The template is markup; inserted values are data and are escaped, both
 * in text and in attributes.
 */
export function xml(markup: TemplateStringsArray, ...values: (string | Xml | Xml[])[]): Xml {
  return new Xml(String.raw({ raw: markup }, ...values.map(asMarkup)));
}

function asMarkup(value: string | Xml | Xml[]): string {
  if (typeof value === 'string') return escape(value);
  return value instanceof Xml ? value.text : value.map(({ text }) => text).join('');
}

/**
 * Characters that XML 1.0 does not allow even as references (https://www.w3.org/TR/xml/#charsets) are
 * removed.
 */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * XML with & and < as hexadecimal references. Readers and validators thereby recognize plain text that
 * looks like HTML (https://www.rssboard.org/rss-profile, “Character Data”).
 */
export function plainly(markup: string): string {
  return markup.replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;');
}
