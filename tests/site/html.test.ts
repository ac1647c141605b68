import { expect, it } from 'vitest';
import { archive, home, pagesOf } from '../sites.ts';
import { lacking, problemsOf } from '../standards/html.ts';

it.skipIf(lacking).each([home, archive])(
  `writes HTML as the standard has it on every page of $folder ${lacking}`,
  async (site) => {
    for (const [path, html] of pagesOf(site)) expect(await problemsOf(html), path).toEqual([]);
  },
);
