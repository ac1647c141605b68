/** Stories on a full page of a list. */
export const pageSize = 20;

/** One page of a list. */
export interface ListPage<Item> {
  /** The page that stands at the list’s own address has none. */
  number?: number;
  items: Item[];
}

/**
 * Parts a list into pages, numbered from the oldest, so that a full page keeps its number and its
 * items for ever and new ones only change the first. That one has no number and shows the newest 20 to 39.
 * @param items newest first
 * @returns the newest page, then the numbered ones from the newest to the oldest
 */
export function paginate<Item>(items: Item[]): ListPage<Item>[] {
  const numbered = Math.max(0, Math.floor(items.length / pageSize) - 1);
  const newest = items.length - numbered * pageSize;
  const pages: ListPage<Item>[] = [{ items: items.slice(0, newest) }];
  for (let number = numbered; number >= 1; number -= 1) {
    const from = items.length - number * pageSize;
    pages.push({ number, items: items.slice(from, from + pageSize) });
  }
  return pages;
}

/**
 * Parts a list that is read from its beginning into pages, of which the first has no number: here, too,
 * a full page keeps what is on it.
 * @param items in the order in which they are read
 */
export function onwards<Item>(items: Item[]): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / pageSize));
  return Array.from({ length: count }, (_, at) => ({
    ...(at > 0 && { number: at + 1 }),
    items: items.slice(at * pageSize, (at + 1) * pageSize),
  }));
}
