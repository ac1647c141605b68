/** A node of Ghost’s editor, Lexical. */
interface LexicalNode {
  type?: string;
  children?: LexicalNode[];
  [field: string]: unknown;
}

/**
 * The text of a post, from the format of Ghost’s editor, as the HTML that Ghost would render.
 * @param lexical the JSON of the field `lexical`
 * @returns an empty string if it cannot be read. The words of unknown nodes become paragraphs.
 */
export function lexicalHtml(lexical: string): string {
  try {
    const { root } = JSON.parse(lexical) as { root?: LexicalNode };
    return root ? inner(root) : '';
  } catch {
    return '';
  }
}

const inner = ({ children = [] }: LexicalNode): string => children.map(htmlOf).join('');
const text = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : '';
const value = (written: unknown): string => text(written).replaceAll('"', '&quot;');
const html = (written: unknown): string => (typeof written === 'string' ? written : '');
const caption = (written: unknown): string =>
  html(written) ? `<figcaption>${html(written)}</figcaption>` : '';
const picture = (node: LexicalNode): string =>
  `<figure><img src="${value(node['src'])}" alt="${value(node['alt'])}">${caption(node['caption'])}</figure>`;

/** Bits of a text’s format, with the element for each (Lexical’s TextNode). */
const formats: [bit: number, name: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];

function words(node: LexicalNode): string {
  const format = Number(node['format'] ?? 0);
  return formats
    .filter(([bit]) => (format & bit) !== 0)
    .reduce((within, [, name]) => `<${name}>${within}</${name}>`, text(node['text']));
}

function htmlOf(node: LexicalNode): string {
  const is = (node.type ?? '').replace(/^extended-/, '');
  const around = (name: string) => `<${name}>${inner(node)}</${name}>`;
  switch (is) {
    case 'text':
      return words(node);
    case 'linebreak':
      return '<br>';
    case 'paragraph':
      return around('p');
    case 'heading':
      return around(/^h[1-6]$/.test(String(node['tag'])) ? String(node['tag']) : 'h2');
    case 'quote':
    case 'aside':
      return around('blockquote');
    case 'list':
      return node['listType'] === 'number'
        ? `<ol start="${Number(node['start'] ?? 1)}">${inner(node)}</ol>`
        : around('ul');
    case 'listitem':
      return around('li');
    case 'link':
      return `<a href="${value(node['url'])}">${inner(node)}</a>`;
    case 'horizontalrule':
      return '<hr>';
    case 'image':
      return picture(node);
    case 'gallery': {
      const images = Array.isArray(node['images']) ? (node['images'] as LexicalNode[]) : [];
      const pictures = images.map(picture).join('');
      return `<figure class="kg-gallery-card">${pictures}${caption(node['caption'])}</figure>`;
    }
    case 'html':
      return html(node['html']);
    case 'codeblock':
      return `<pre><code>${text(node['code'])}</code></pre>`;
    case 'video':
      return `<figure><video src="${value(node['src'])}"></video>${caption(node['caption'])}</figure>`;
    case 'audio':
      return `<audio src="${value(node['src'])}" title="${value(node['title'])}"></audio>`;
    case 'file':
      return `<p><a href="${value(node['src'])}">${text(node['fileTitle']) || text(node['fileName'])}</a></p><p>${text(node['fileCaption'])}</p>`;
    case 'bookmark':
    case 'embed':
      return `<p><a href="${value(node['url'])}">${titleOf(node)}</a></p>${html(node['caption']) ? `<p>${html(node['caption'])}</p>` : ''}`;
    default:
      return `${inner(node)}${Object.entries(node).map(sentence).join('')}`;
  }
}

function titleOf({ metadata, url }: LexicalNode): string {
  const title = (metadata as Record<string, unknown> | undefined)?.['title'];
  return text(title) || text(url);
}

/** A field of an unknown card, if it has words. */
function sentence([name, written]: [string, unknown]): string {
  const isWords = typeof written === 'string' && /\s/.test(written.trim()) && name !== 'style';
  return isWords ? `<p>${written}</p>` : '';
}
