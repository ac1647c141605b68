import sharp from 'sharp';
import { expect, it } from 'vitest';
import { archive, filesOf, home, pagesOf, type Site } from '../sites.ts';
import { openPage, Page } from './page.ts';

/** The card that each page of a site names as its preview, by the page’s file. */
const cardsNamed = (site: Site) =>
  new Map(
    pagesOf(site).flatMap(([path, html]) => {
      const image = new Page(html).meta('og:image');
      return image?.startsWith(`${site.url}cards/`) ? [[path, image.slice(site.url.length)]] : [];
    }),
  );

it.each([home, archive])('gives each page of $folder a large preview', (site) => {
  const files = filesOf(site);
  for (const [path, html] of pagesOf(site)) {
    const page = new Page(html);
    if (page.all('meta[property]').length === 0) continue;
    expect(files.has(page.meta('og:image')!.slice(site.url.length)), path).toBe(true);
    expect(Number(page.meta('og:image:width')), path).toBe(1200);
    expect(Number(page.meta('og:image:height')), path).toBeGreaterThanOrEqual(600);
    expect(page.meta('og:image:alt'), path).toMatch(/\S/);
    expect(page.meta('og:image:alt')!.length, path).toBeLessThanOrEqual(420);
    expect(page.meta('twitter:card'), path).toBe('summary_large_image');
  }
});

it('makes every card that a page names, and no other: none of what is not published', () => {
  for (const site of [home, archive]) {
    const made = [...filesOf(site).keys()].filter((path) => path.startsWith('cards/'));
    expect(made.sort()).toEqual([...new Set(cardsNamed(site).values())].sort());
  }
});

it('gives every story without a picture a card of its own, all other pages the publication’s', () => {
  const isStory = (path: string) => openPage(archive, path).meta('og:type') === 'article';
  const named = [...cardsNamed(archive)];
  const stories = named.filter(([path]) => isStory(path));
  const ofStories = stories.map(([, card]) => card);
  const ofOthers = named.filter(([path]) => !isStory(path)).map(([, card]) => card);
  // Stories of which the same is shown share a card.
  const shown = stories.map(([path]) => openPage(archive, path).meta('og:image:alt'));
  expect(new Set(ofStories).size).toBe(new Set(shown).size);
  expect(ofStories.length).toBeGreaterThan(10);
  expect(new Set(ofOthers).size).toBe(1);
  expect(ofStories).not.toContain(ofOthers[0]);
  expect(openPage(archive, '2026/11/22/pictures/').meta('og:image')).toMatch(
    /_astro\/lead\..*jpg$/,
  );
});

it('shows search engines no card as the picture of a story', () => {
  const page = openPage(archive, '2026/11/20/hostile/');
  expect(page.meta('og:image')).toContain('/cards/');
  for (const [path, html] of pagesOf(archive))
    for (const script of new Page(html).all('script'))
      expect(JSON.stringify(script.children), path).not.toContain('/cards/');
});

it('makes PNGs of 1200 × 630 px, none over 45 kB', async () => {
  const cards = [...filesOf(archive)].filter(([path]) => path.startsWith('cards/'));
  for (const [path, bytes] of cards) {
    expect(await sharp(bytes).metadata(), path).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
    });
    expect(bytes.length, path).toBeLessThan(45_000);
  }
});
