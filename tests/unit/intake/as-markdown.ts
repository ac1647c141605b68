import { emptyArrival } from '../../../src/intake/arrival.ts';
import { htmlToMarkdown } from '../../../src/intake/html-to-markdown.ts';
import { namePictures } from '../../../src/intake/pictures.ts';
import { tidy } from '../../../src/intake/tidy.ts';
import { toMarkdown } from '../../../src/intake/to-markdown.ts';

/** The Markdown of a piece of HTML, as it would stand in the file. */
export function markdownOf(html: string, base?: string) {
  const { text, lost, notes } = htmlToMarkdown(html, base);
  const arrival = tidy({ ...emptyArrival('x'), text });
  const pictures = namePictures(arrival);
  return { markdown: toMarkdown(arrival.text), lost, notes, pictures };
}

/** As markdownOf, the Markdown alone. */
export const told = (html: string) => markdownOf(html).markdown.trim();
