import { find, type Counts, type Found, type Query } from './search-bundle.ts';
import { teaser } from './search-result.ts';

/** Stories that are shown at once, as on a page of a list (edition/pagination.ts). */
const pageSize = 20;

const one = <Kind extends Element>(selector: string) => document.querySelector<Kind>(selector)!;
const form = one<HTMLFormElement>('#search');
const choices = one<HTMLElement>('#search .choices');
const status = one<HTMLElement>('#status');
const results = one<HTMLElement>('#results');
const more = one<HTMLButtonElement>('#more');
const ways = one<HTMLElement>('#ways');
const selects = [...form.querySelectorAll('select')];
const [facets, language] = [
  selects.filter(({ name }) => !['language', 'order'].includes(name)),
  selects.find(({ name }) => name === 'language')!,
];
const words = one<HTMLInputElement>('#q');
const title = document.title;
const count = new Intl.NumberFormat(document.documentElement.lang);

/** The search whose results are to be shown; those of an earlier one come too late. */
let latest = 0;
let shown: { found: Found; language: string } | undefined;

/** What is chosen in the form, as the address tells it: without what is chosen anyway. */
function asked(): URLSearchParams {
  const chosen = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  return new URLSearchParams(
    chosen.filter(
      ([name, value]) => value && !(name === 'language' && language.selectedIndex === 0),
    ),
  );
}

/** Puts what an address asks for into the form. */
function fillIn(): void {
  const query = new URLSearchParams(location.search);
  words.value = query.get('q') ?? '';
  for (const select of selects) {
    const value = query.get(select.name) ?? select.options[0]!.value;
    const known = [...select.options].some((option) => option.value === value);
    // What can be chosen is known only when something was found.
    if (!known && facets.includes(select)) select.add(new Option(value));
    select.value = value;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }
}

async function search(): Promise<void> {
  const number = (latest += 1);
  const text = words.value.trim();
  document.title = text ? `${text} · ${title}` : title;
  shown = undefined;
  results.replaceChildren();
  more.hidden = true;
  choices.hidden = ways.hidden = text !== '';
  choices.hidden = text === '';
  if (!text) return say('');
  say(form.dataset['searching']);
  const query: Query = {
    words: text,
    filters: Object.fromEntries(
      facets.filter(({ value }) => value).map(({ name, value }) => [name, value]),
    ),
    newest: form['order'].value === 'newest',
  };
  try {
    const found = await find(bundleOf(language.value), query);
    const elsewhere = found.total === 0 ? await findElsewhere(query) : [];
    if (number !== latest) return;
    for (const facet of facets) offer(facet, found.counts[facet.name] ?? {});
    shown = { found, language: language.value };
    ways.hidden = found.total > 0;
    if (found.total > 0) say(`${form.dataset['found']} ${count.format(found.total)}`);
    else if (Object.keys(query.filters).length > 0) say(form.dataset['nothingChosen']);
    else say(form.dataset['nothing'], ...elsewhere);
    await showMore();
  } catch (error) {
    if (number === latest) fail(error);
  }
}

/** Shows the next stories. */
async function showMore(): Promise<Element | undefined> {
  if (!shown) return undefined;
  const { found, language } = shown;
  const from = results.children.length;
  const hits = await found.hits(from, from + pageSize);
  if (shown?.found !== found) return undefined;
  results.append(...hits.map((hit) => teaser(hit, language)));
  more.hidden = results.children.length >= found.total;
  return results.children[from];
}

/** Links to the same search in each other language in which it finds something. */
async function findElsewhere(query: Query): Promise<Node[]> {
  const others = [...language.options].filter(({ selected }) => !selected);
  const links = others.map(async ({ value, text }) => {
    const { total } = await find(bundleOf(value), { ...query, filters: {} });
    if (total === 0) return [];
    const link = document.createElement('a');
    link.href = `?${new URLSearchParams({ q: query.words, language: value })}`;
    link.lang = value;
    link.textContent = `${text} (${count.format(total)})`;
    return [' ', link];
  });
  const found = (await Promise.all(links)).flat();
  return found.length > 0
    ? [` ${form.dataset['elsewhere']}`, ...found].map((part) =>
        typeof part === 'string' ? document.createTextNode(part) : part,
      )
    : [];
}

function bundleOf(language: string): string {
  return `${form.action}${language}/`;
}

/** Offers the values of a filter with their counts, the most frequent first. */
function offer(facet: HTMLSelectElement, counts: Counts[string]): void {
  const chosen = facet.value;
  const values = Object.entries(counts).filter(([name, stories]) => stories > 0 || name === chosen);
  if (chosen && !(chosen in counts)) values.push([chosen, 0]);
  values.sort(([, a], [, b]) => b - a);
  facet.replaceChildren(
    facet.options[0]!,
    ...values.map(([name, stories]) => new Option(`${name} (${count.format(stories)})`, name)),
  );
  facet.value = chosen;
  facet.closest('label')!.hidden = values.length < 2 && !chosen;
}

function say(...parts: (string | Node | undefined)[]): void {
  status.replaceChildren(...parts.filter((part) => part !== undefined));
}

function fail(error: unknown): void {
  console.error(error);
  say(form.dataset['failed']);
  ways.hidden = false;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const query = String(asked());
  if (`?${query}` !== location.search)
    history.pushState(null, '', query ? `?${query}` : location.pathname);
  void search();
});
for (const select of selects) select.addEventListener('change', () => form.requestSubmit());
more.addEventListener('click', () => {
  // Who goes on by keyboard goes on at the first of the new stories.
  void showMore().then((first) => first?.querySelector('a')?.focus(), fail);
});
addEventListener('popstate', () => {
  fillIn();
  void search();
});
fillIn();
form.hidden = false;
void search();
