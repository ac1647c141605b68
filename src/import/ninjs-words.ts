import type { ImportedStory } from './imported-story.ts';
import type { Fields } from './json-taking.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** Picks the main one of several texts; the others are reported as lost, with their roles. */
export function pick(texts: Fields[], imported: ImportedStory): string {
  const all = texts.map((text) => {
    const [role, type, value] = [text.text('role'), text.text('contentType'), text.text('value')];
    return { role, value: type === 'text/plain' ? value : wordsOfHtml(value) };
  });
  const main =
    all.find(({ role }) => role === '' || /main|headline|summary|caption/.test(role)) ?? all[0];
  for (const { role, value } of all)
    if (value !== main?.value) imported.lost.push({ what: role || 'another wording', text: value });
  return main?.value ?? '';
}

/** What an item says of itself in a sentence. */
export function describe(
  item: Fields,
  imported: ImportedStory,
  descriptions = item.list('descriptions'),
): string {
  const [text, html] = [item.text('description_text'), item.text('description_html')];
  return wordsOfHtml(text || html) || pick(descriptions, imported);
}
