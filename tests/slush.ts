import fc from 'fast-check';
import { blocks, fieldPieces, pieces } from './anything.ts';
import { uuid } from './generate.ts';

/** A story that holds anything. Every text of it has a word in it that stands nowhere else. */
export interface Slush {
  /** The file within a content folder. */
  file: string;
  text: string;
  /** The names of its pictures. */
  pictures: string[];
  /** The path of its page below the front page, `2015/03/09/slush-1/`. */
  path: string;
  fate: 'published' | 'retracted' | 'draft' | 'embargoed' | 'expired';
  /** As readers get to see it. */
  headline: string;
  /** Its words that readers get to see. */
  shown: string[];
}

/** Finds those words wherever they stand. */
export const slushWord = /zq[a-z0-9]+?qz/g;

/**
 * A text with a word of its own: after the first piece, for which it may matter that it is first.
 * @param place story and field, `12headline`
 */
export function marked(place: string, parts: string[]): { own: string; text: string } {
  const own = `zq${place}qz`;
  return { own, text: parts.toSpliced(1, 0, own).join('') };
}

/** What a story holds, before it is written down. */
export const held = fc.record({
  headline: fieldPieces(5),
  standfirst: fieldPieces(8),
  dateline: fc.option(fieldPieces(2), { freq: 1 }),
  source: fc.option(fieldPieces(5)),
  update: fc.option(fieldPieces(6)),
  corrections: fc.array(fieldPieces(8), { maxLength: 2 }),
  lead: fc.option(fc.tuple(fieldPieces(5), fieldPieces(8), fieldPieces(4)), { freq: 1 }),
  picture: fc.constantFrom('a b', 'a, b 2x, ', "it's", '“é”', '100%', '&', '[x](y)', '<b>'),
  body: fc.array(fc.tuple(fc.constantFrom(...blocks), pieces(6)), { minLength: 1, maxLength: 4 }),
});

type Held = typeof held extends fc.Arbitrary<infer Value> ? Value : never;

/** What becomes of a story, by its number. */
const fates = [
  ...['published', 'draft', 'published', 'embargoed'],
  ...['published', 'expired', 'published', 'retracted'],
] as Slush['fate'][];

/**
 * Writes a story down. Those that are out are old, so that they are not on the front page, but not
 * as old as those of the archive, so that they are in the feed.
 */
export function slush(story: Held, number: number): Slush {
  const fate = fates[number % fates.length]!;
  const isOut = fate === 'published' || fate === 'retracted';
  const hasText = fate === 'published';
  const shown: string[] = [];
  const put = (field: string, parts: string[], isShown: boolean) => {
    const { own, text } = marked(`${number}${field}`, parts);
    if (isShown) shown.push(own);
    return text;
  };
  const pictures: string[] = [];
  const picture = (field: string) => {
    pictures.push(`${story.picture}${put(field, [], hasText)}.png`);
    return pictures.at(-1)!;
  };

  const two = (digits: number) => `${digits}`.padStart(2, '0');
  const day = `2015-${two((number % 12) + 1)}-${two((number % 28) + 1)}`;
  const published = fate === 'embargoed' ? '2026-11-23 13:01' : day;
  // The address of a story that was taken down answers, and is no secret.
  const slug = isOut || fate === 'expired' ? `slush-${number}` : marked(`${number}slug`, []).own;
  // Nothing of the last two tags, authors and series is out.
  const term = `slush-${isOut ? (number >> 1) % 4 : 4 + ((number >> 1) % 2)}`;
  const headline = put('headline', story.headline, isOut).trim();
  // Every third story has something to tell that is not to be told yet.
  const isLate = !isOut || number % 3 === 0;
  const when = (isDue: boolean) => (isDue ? '2016-01-01' : '2099-01-01');
  const corrections = story.corrections.map((parts, index) => {
    const isDue = index === 0 ? isOut : !isLate;
    const text = put(`correction${index}`, parts, isDue);
    return { date: when(isDue), kind: index === 0 ? 'correction' : 'clarification', text };
  });
  const retraction = { date: '2016-01-02', kind: 'retraction', text: 'It did not happen.' };
  const [alt, caption, credit] = story.lead ?? [];
  const frontmatter = {
    id: uuid(slug),
    headline,
    standfirst: put('standfirst', story.standfirst, hasText),
    section: number % 2 ? 'military' : 'science-technology',
    tags: [term],
    authors: [term],
    series: term,
    published,
    draft: fate === 'draft',
    ...(fate === 'expired' && { expires: '2026-11-23 13:00' }),
    ...(story.dateline && { dateline: put('dateline', story.dateline, isOut) }),
    ...(story.source && { source: { name: put('source', story.source, isOut) } }),
    ...(story.update && {
      updated: when(!isLate),
      updateNote: put('update', story.update, !isLate),
    }),
    corrections: [...corrections, ...(fate === 'retracted' ? [retraction] : [])],
    ...(alt && {
      lead: {
        image: picture('lead'),
        alt: put('alt', alt, hasText),
        caption: put('caption', caption!, hasText),
        credit: put('credit', credit!, hasText),
      },
    }),
    // A map leads where no picture does.
    ...(!alt && {
      places: [{ name: put('place', [], hasText), at: [number % 90, (7 * number) % 180] }],
      map: { alt: put('alt', story.body[0]![1], hasText), caption: put('caption', [], hasText) },
    }),
  };
  const lines = Object.entries(frontmatter).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
  );
  const body = story.body.map(([write, parts], index) =>
    write(put(`body${index}`, parts, hasText), () => picture(`picture${index}`)),
  );
  return {
    file: `articles/slush/${slug}/index.md`,
    text: `---\n${lines.join('')}---\n\n${body.join('\n\n')}\n`,
    pictures,
    path: `${published.slice(0, 10).replaceAll('-', '/')}/${slug}/`,
    fate,
    headline: fate === 'retracted' ? `Retracted: ${headline}` : headline,
    shown,
  };
}
