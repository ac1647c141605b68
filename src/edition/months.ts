import type { Listing, Year } from './model.ts';
import type { Moment } from '../desk/moment.ts';
import type { Addresses } from './addresses.ts';
import type { Language } from './language.ts';

/** The months of stories, each a list that is made when its first story comes. */
export function monthsIn(language: Language, addresses: Addresses) {
  const months = new Map<string, Listing>();
  return {
    all: () => [...months.values()],
    of({ day }: Moment): Listing {
      const key = day.slice(0, 7);
      const known = months.get(key) ?? {
        kind: 'month',
        key,
        name: language.dates.month(key),
        language: language.tag,
        address: addresses.path(`${key.replace('-', '/')}/`),
        stories: [],
      };
      months.set(key, known);
      return known;
    },
  };
}

/** The months of stories, gathered by year. */
export function yearsOf(months: Listing[], addresses: Addresses): Year[] {
  const byYear = Map.groupBy(months, ({ key }) => key.slice(0, 4));
  return [...byYear].map(([name, months]) => ({
    name,
    address: addresses.path(`${name}/`),
    months,
  }));
}
