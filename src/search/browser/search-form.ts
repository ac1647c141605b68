import type { Counts, Query } from './search-bundle.ts';

/** The search form; texts for later use are in its data attributes (components/SearchForm.astro). */
export const form = document.querySelector<HTMLFormElement>('#search')!;

const words = form.querySelector('input')!;
const selects = [...form.querySelectorAll('select')];
const language = selects.find(({ name }) => name === 'language')!;
const order = selects.find(({ name }) => name === 'order')!;
const facets = selects.filter((select) => select !== language && select !== order);
const number = new Intl.NumberFormat(document.documentElement.lang);

/** Formats a number in the page’s language. */
export const count = (value: number): string => number.format(value);

/** The query in the form. */
export function asked(): Query & { language: string } {
  const chosen = facets.filter(({ value }) => value);
  return {
    words: words.value.trim(),
    filters: Object.fromEntries(chosen.map(({ name, value }) => [name, value])),
    newest: order.value === 'newest',
    language: language.value,
  };
}

/** The other languages, with their names. */
export function otherLanguages(): { value: string; text: string }[] {
  return [...language.options].filter(({ selected }) => !selected);
}

/** The form as a query string, without defaults. */
export function asQuery(): string {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  const first = language.options[0]!.value;
  return String(
    new URLSearchParams(
      fields.filter(([name, value]) => value && !(name === language.name && value === first)),
    ),
  );
}

/** Fills the form from the page’s address. */
export function fillIn(): void {
  const query = new URLSearchParams(location.search);
  words.value = query.get('q') ?? '';
  for (const select of selects) {
    const value = query.get(select.name) ?? '';
    // The values of a filter are known only after a search.
    if (value && facets.includes(select)) select.add(new Option(value));
    select.value = value;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }
}

/** Offers the values of each filter that have results, with their counts, the most frequent first. */
export function offer(counts: Counts): void {
  for (const facet of facets) {
    const chosen = facet.value;
    const stories = { ...(chosen && { [chosen]: 0 }), ...counts[facet.name] };
    const values = Object.entries(stories)
      .filter(([value, many]) => many > 0 || value === chosen)
      .sort(([, a], [, b]) => b - a);
    facet.replaceChildren(
      facet.options[0]!,
      ...values.map(([value, many]) => new Option(`${value} (${count(many)})`, value)),
    );
    facet.value = chosen;
    facet.closest('label')!.hidden = values.length < 2 && !chosen;
  }
}

/** Calls a function whenever the reader changes the query. */
export function onAsk(ask: () => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  for (const select of selects) select.addEventListener('change', ask);
}
