import type { Publication } from '../../desk/schema/publication.ts';
import type { Article } from '../../edition/edition.ts';
import { called } from '../../edition/listing.ts';
import { canSet } from './faces.ts';

/** All that a preview card shows, every letter of which the faces have. */
export interface Card {
  name: string;
  /** A story’s section and, where it is not plain news, its kind, or that it was taken back. */
  label?: string;
  headline?: string;
  /** What the publication says of itself, on its own card. */
  description?: string;
}

/**
 * The card of a story. Of what the faces have no letters for it shows nothing: with a Chinese
 * headline it is the name and the section. Without the letters of the name there is no card.
 */
export function storyCard(
  {
    front: { headline, kind },
    section,
    retraction,
    language,
  }: Pick<Article, 'front' | 'section' | 'retraction' | 'language'>,
  { name }: Pick<Publication, 'name'>,
): Card | undefined {
  const { tag, words } = language;
  const { name: sectionName } = called(section, language);
  const note = retraction
    ? words.kinds.retracted
    : kind && kind !== 'reportage' && words.kinds[kind];
  const label = note ? `${sectionName} · ${note.toLocaleLowerCase(tag)}` : sectionName;
  return card(name, { label, headline });
}

/** The card of the front page and of all pages that are no story. */
export function publicationCard({
  name,
  description,
}: Pick<Publication, 'name' | 'description'>): Card | undefined {
  return card(name, { description });
}

/** The words of a card, for whoever does not see it. */
export function altOf({ name, label, headline, description }: Card): string {
  const [first, ...rest] = [headline, label, name, description].filter((text) => text);
  return [first, ...rest].join(' · ');
}

function card(name: string, texts: Omit<Card, 'name'>): Card | undefined {
  const words = Object.entries({ name, ...texts })
    .map(([key, text]) => [key, plain(text)] as const)
    .filter(([, text]) => text !== '' && canSet(text));
  const found: Partial<Card> = Object.fromEntries(words);
  return found.name === undefined ? undefined : { ...found, name: found.name };
}

/** A text without emoji, with the common form of spaces and hyphens that text faces leave out. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{RGI_Emoji}/gv, '')
    .replaceAll('\u2011', '-')
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
}
