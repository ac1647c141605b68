import type { Publication } from '../../desk/schema/publication.ts';
import type { Edition, Story } from '../../edition/model.ts';
import { called } from '../../edition/listing.ts';
import { isMap } from '../../edition/map.ts';
import type { Drawing } from '../../maps/drawing.ts';
import { mapOf } from '../../maps/story-map.ts';
import { canSet } from '../../raster/faces.ts';

/** The content of a preview card; the typefaces have every letter of it. */
export interface Card {
  name: string;
  /** A story’s section and, unless it is plain news, its kind or that it was retracted. */
  label?: string;
  /** The label as displayed, in capitals by the rules of its language. */
  capitals?: string;
  headline?: string;
  /** The publication’s description, on its own card. */
  description?: string;
  /** A story’s map, next to the text, with its alternative text. */
  map?: Drawing;
  alt?: string;
}

/**
 * The card of a story. Text for which the typefaces lack letters is omitted: with a Chinese headline, the
 * card shows the name and the section. If the letters of the name are missing, there is no card.
 */
export function storyCard(story: Story, edition: Edition): Card | undefined {
  const { headline, kind, lead } = story.frontmatter;
  const { tag, words } = edition.languageOf(story);
  const { name: filed, lang = tag } = called(edition.filed(story).section, tag);
  const note = story.retraction
    ? words.kinds.retracted
    : kind && kind !== 'reportage' && words.kinds[kind];
  const label = note ? `${filed} · ${note.toLocaleLowerCase(tag)}` : filed;
  // Greek capitals have no accents, and a Turkish i keeps its dot.
  const capitals = [filed.toLocaleUpperCase(lang), ...(note ? [note.toLocaleUpperCase(tag)] : [])];
  const made = card(edition.publication.name, { label, capitals: capitals.join(' · '), headline });
  const map = lead && isMap(lead) && mapOf(story, 'card');
  // Next to a headline, there is no room for a key.
  const hasRoom = map && map.height <= map.mapHeight;
  return made && hasRoom ? { ...made, map, alt: lead.alt } : made;
}

/** The card of the front page and of all other pages that are not stories. */
export function publicationCard({
  name,
  description,
}: Pick<Publication, 'name' | 'description'>): Card | undefined {
  return card(name, { description });
}

/** The text of a card, for people who cannot see it. */
export function altOf({ name, label, headline, description, alt }: Card): string {
  const [first, ...rest] = [headline, label, name, description, alt].filter((text) => text);
  return [first, ...rest].join(' · ');
}

function card(name: string, texts: Omit<Card, 'name' | 'map' | 'alt'>): Card | undefined {
  const words = Object.entries({ name, ...texts })
    .map(([key, text]) => [key, plain(text)] as const)
    .filter(([, text]) => text !== '' && canSet(text));
  const found: Partial<Card> = Object.fromEntries(words);
  return found.name === undefined ? undefined : { ...found, name: found.name };
}

/** A text without emoji, and with common spaces and hyphens instead of forms that text typefaces lack. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{RGI_Emoji}/gv, '')
    .replaceAll('\u2011', '-')
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
}
