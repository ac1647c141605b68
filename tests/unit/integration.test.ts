import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { newsroom } from '../../src/integration/newsroom.ts';
import { buildContext } from '../../src/site/build-context.ts';
import { isPreview } from '../../src/site/preview.ts';

afterEach(() => {
  delete buildContext.command;
  delete buildContext.newsroom;
});

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

it.each([
  ['dev', true, 'development'],
  ['preview', false, 'production'],
  ['sync', false, 'production'],
] as const)(
  'the hook of %s decides what is shown, not what is in the environment by chance',
  async (command, isShown, mode) => {
    const ofVite = ['DEV', 'PROD', 'SSR', 'MODE', 'SITE', 'BASE_URL', 'VITEST'];
    const before = { ...process.env };
    for (const name of [...ofVite, 'NODE_ENV']) process.env[name] = 'on';
    const set: object[] = [];
    try {
      await newsroom().hooks['astro:config:setup']!({
        command,
        config: { root: pathToFileURL(`${process.cwd()}/`) },
        updateConfig: (more: object) => set.push(more),
      } as never);
      expect(ofVite.filter((name) => name in process.env)).toEqual([]);
      expect(process.env.NODE_ENV).toBe(mode);
    } finally {
      for (const name of [...ofVite, 'NODE_ENV']) delete process.env[name];
      Object.assign(process.env, before);
    }
    expect(isPreview()).toBe(isShown);
    expect(set).toMatchObject([
      { site: 'https://anh.example', base: '/', trailingSlash: 'always' },
    ]);
  },
);
