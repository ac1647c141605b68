import { expect, it } from 'vitest';
import { newsroom } from '../../src/integration/newsroom.ts';

it('the integration does nothing before Astro calls its hooks: importing it changes no environment', async () => {
  const before = { ...process.env };
  await import('../../src/integration/build.ts');
  await import('../../src/integration/render.ts');
  await import('../../src/integration/finish.ts');
  await import('../../src/integration/dev.ts');
  newsroom({ record: true });
  const { default: config } = await import('../../astro.config.mjs');
  expect(config.integrations?.map((one) => (one as { name: string }).name)).toEqual(['newsroom']);
  expect({ ...process.env }).toEqual(before);
});
