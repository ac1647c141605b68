import type { Hit } from './search-bundle.ts';

/** How the page writes dates, which is how all pages do (edition/dates.ts). */
const dates = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: 'long',
  timeZone: 'UTC',
});

/**
 * A story that was found, as lists show it (components/Teaser.astro).
 * @param language of the story
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
 * The day of a story, which stands in its address: whatever else Pagefind were told of it, it would
 * find by its words, and every story of March by the word March.
 */
function published(url: string): Element[] {
  const [, day] = /(\d{4}\/\d{2}\/\d{2})\/[^/]+\/$/.exec(url) ?? [];
  if (!day) return [];
  const datetime = day.replaceAll('/', '-');
  return [element('time', { datetime }, dates.format(new Date(datetime)))];
}

/** An excerpt as text and marks, since no HTML is made of text on this site. */
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
