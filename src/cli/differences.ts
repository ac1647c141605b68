import { visible } from '../desk/visible.ts';
import type { Difference } from '../hosting/verify/difference.ts';

/** How many addresses are named of those with the same problem. */
const named = 3;

/** For people: each problem once, with how many addresses have it and the first of them. */
export function asText(differences: Difference[]): string {
  return [...Map.groupBy(differences, ({ problem }) => problem)]
    .map(([problem, all]) => {
      const left = all.length - named;
      const addresses = all.slice(0, named).map(({ address }) => `    ${visible(address)}`);
      const more = left > 0 ? [`    and ${left.toLocaleString('en')} more`] : [];
      return [visible(problem), ...addresses, ...more].join('\n');
    })
    .join('\n');
}
