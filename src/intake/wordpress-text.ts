/**
 * Turns the text of a WordPress post into HTML: its own codes in square brackets become elements,
 * and where it relies on empty lines they become paragraphs, as WordPress does when it shows a post.
 */
export function wordPressHtml(content: string): string {
  const html = content
    .replaceAll('\r\n', '\n')
    .replace(
      /\[caption[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)(.*?)\[\/caption\]/gis,
      '\n\n<figure>$1<figcaption>$2</figcaption></figure>\n\n',
    )
    .replace(
      /\[(embed|audio|video)[^\]]*\]\s*(https?:\/\/[^\s<"[\]]+)\s*\[\/\1\]/gi,
      '\n\n<p><a href="$2">$2</a></p>\n\n',
    );
  return /<p[\s>]|<!-- wp:/i.test(content) ? html : paragraphs(html);
}

const block =
  /^<(?:p|div|h[1-6]|ul|ol|blockquote|pre|table|figure|hr|form|iframe|script|style|section)\b/i;

function paragraphs(html: string): string {
  return html
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (block.test(part) ? part : `<p>${part.replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}
