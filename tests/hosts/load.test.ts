import { expect, it } from 'vitest';
import { load, missingForLoad } from './loading.ts';

const lacking = missingForLoad();
const why = lacking && `${lacking}: `;

it.skipIf(why)(
  `${why}nothing fails and nothing is torn while the site is switched under load`,
  async () => {
    const { deploys, switches, kept, connections, fresh, compared, problems } = await load(3, 400);
    expect(problems).toEqual([]);
    expect([kept.bad, fresh.bad, fresh.hungUp]).toEqual([0, 0, 0]);
    expect(kept.hungUp).toBeLessThanOrEqual(deploys * connections);
    expect(switches).toBeGreaterThan(0);
    expect(Math.min(kept.requests, fresh.requests, compared)).toBeGreaterThan(100);
  },
);
