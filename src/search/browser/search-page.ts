import { find, type Found, type Hit, type Query } from './search-bundle.ts';
import {
  asked,
  asQuery,
  count,
  fillIn,
  form,
  offer,
  onAsk,
  otherLanguages,
} from './search-form.ts';
import { teaser } from './search-result.ts';

/** The number of stories shown at once, as on list pages (edition/pagination.ts). */
const pageSize = 20;

const one = <Kind extends Element>(selector: string) => document.querySelector<Kind>(selector)!;
const choices = one<HTMLElement>('#search .choices');
const status = one<HTMLElement>('#status');
const results = one<HTMLElement>('#results');
const more = one<HTMLButtonElement>('#more');
const ways = one<HTMLElement>('#ways');
const title = document.title;

/** Search results, and their language. */
interface Finding {
  found: Found;
  language: string;
}

/** The number of the latest search; results of earlier searches are discarded. */
let latest = 0;
let shown: Finding | undefined;

/** Runs the search and shows the results, or a message if there are none. */
async function search(): Promise<void> {
  const number = (latest += 1);
  const { language, ...query } = asked();
  document.title = query.words ? `${query.words} · ${title}` : title;
  if (!query.words) {
    show(undefined, []);
    say('');
    return;
  }
  const { searching, found: heading, nothing, nothingChosen } = form.dataset;
  say(searching);
  try {
    const found = await find(bundleOf(language), query);
    const hits = await found.hits(0, pageSize);
    const elsewhere = found.total === 0 ? await findElsewhere(query) : [];
    if (number !== latest) return;
    offer(found.counts);
    show({ found, language }, hits);
    if (found.total > 0) say(`${heading} ${count(found.total)}`);
    else if (Object.keys(query.filters).length > 0) say(nothingChosen);
    else say(nothing, ...elsewhere);
  } catch (error) {
    if (number === latest) fail(error);
  }
}

/** Shows the first results or, if there are none, other ways to find stories. */
function show(finding: Finding | undefined, hits: Hit[]): void {
  shown = finding;
  results.replaceChildren();
  append(hits);
  choices.hidden = !finding;
  ways.hidden = hits.length > 0;
}

function append(hits: Hit[]): void {
  if (shown) results.append(...hits.map((hit) => teaser(hit, shown!.language)));
  more.hidden = !shown || results.children.length >= shown.found.total;
}

/** Shows more results and moves the keyboard focus to the first of them. */
async function showMore(): Promise<void> {
  const finding = shown;
  const from = results.children.length;
  const hits = await finding!.found.hits(from, from + pageSize);
  if (shown !== finding) return;
  append(hits);
  results.children[from]?.querySelector('a')?.focus();
}

/** Links to the same search in other languages that have results. */
async function findElsewhere(query: Query): Promise<(Node | string)[]> {
  const links = otherLanguages().map(async ({ value, text }) => {
    const { total } = await find(bundleOf(value), { ...query, filters: {} });
    if (total === 0) return [];
    const link = document.createElement('a');
    link.href = `?${String(new URLSearchParams({ q: query.words, language: value }))}`;
    link.lang = value;
    link.textContent = `${text} (${count(total)})`;
    return [' ', link];
  });
  const found = (await Promise.all(links)).flat();
  return found.length > 0 ? [` ${form.dataset['elsewhere']}`, ...found] : [];
}

/** The address of a language’s index, relative to the page’s. */
function bundleOf(language: string): string {
  return `${form.action}${language}/`;
}

function say(...parts: (string | Node | undefined)[]): void {
  status.replaceChildren(...parts.filter((part) => part !== undefined));
}

function fail(error: unknown): void {
  console.error(error);
  show(undefined, []);
  say(form.dataset['failed']);
}

onAsk(() => {
  const query = asQuery();
  if (query !== location.search.slice(1))
    history.pushState(null, '', query ? `?${query}` : location.pathname);
  void search();
});
more.addEventListener('click', () => void showMore().catch(fail));
addEventListener('popstate', () => {
  fillIn();
  void search();
});
fillIn();
form.hidden = false;
void search();
