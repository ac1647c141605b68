import type { Hit } from './search-bundle.ts';

/** The same date format as on all other pages (edition/dates.ts). */
const dates = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: 'long',
  timeZone: 'UTC',
});

/**
 * A search result, in the form of lists (components/Teaser.astro).
 * @param language the language of the story
 */
export function teaser({ url, meta, filters, content, excerpt }: Hit, language: string): Element {
  const link = element('a', { href: url }, meta.title);
  const [label] = filters.label ?? [];
  const words = marked(excerpt);
  const plain = words.map((part) => (typeof part === 'string' ? part : part.textContent)).join('');
  const isBeginning = content.startsWith(plain);
  const isEnd = content.endsWith(plain);
  const own = language === languageOf(document.documentElement.lang) ? {} : { lang: language };
  return element(
    'li',
    { class: 'teaser' },
    element(
      'h2',
      {},
      ...(label ? [element('span', { class: 'kind', ...own }, label), ' '] : []),
      element('bdi', own, link),
    ),
    element(
      'p',
      { ...own, dir: 'auto' },
      ...(isBeginning ? [] : ['… ']),
      ...words,
      ...(isEnd ? [] : [' …']),
    ),
    element(
      'p',
      { class: 'when' },
      element('bdi', own, ...filters.section.slice(0, 1)),
      ' · ',
      ...published(url),
    ),
  );
}

/**
 * The publication date, from the story’s address. As metadata, Pagefind would make it searchable, and the
 * word March would find every story of March.
 */
function published(url: string): Element[] {
  const [, day] = /(\d{4}\/\d{2}\/\d{2})\/[^/]+\/$/.exec(url) ?? [];
  if (!day) return [];
  const datetime = day.replaceAll('/', '-');
  return [element('time', { datetime }, dates.format(new Date(datetime)))];
}

/** An excerpt as text nodes and `<mark>` elements, because this site never parses HTML from text. */
function marked(excerpt: string): (string | Element)[] {
  return excerpt
    .split(/<\/?mark>/)
    .map((part) => part.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
    .map((part, index) => (index % 2 === 1 ? element('mark', {}, part) : part));
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}

function element(
  name: string,
  attributes: Record<string, string>,
  ...children: (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
