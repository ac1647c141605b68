import type { APIRoute } from 'astro';
import { maySyndicate } from '../../edition/rights.ts';
import { fitFigure } from '../../outputs/preview.ts';
import { sitemap, sitemapsOf, type Sitemap } from '../../outputs/sitemap.ts';
import { isStale } from '../../site/build-context.ts';
import { getSite } from '../../site/site.ts';

export async function getStaticPaths() {
  const edition = await getSite();
  return sitemapsOf(edition)
    .filter(({ name }) => isStale(edition.addresses.path(`sitemaps/${name}.xml`)))
    .map((one) => ({ params: { name: one.name }, props: { one } }));
}

export const GET: APIRoute<{ one: Sitemap }> = async ({ props: { one } }) => {
  const edition = await getSite();
  const pictures = new Map<string, string>();
  for (const { story } of one.entries) {
    const figure = story && fitFigure(story);
    if (figure && maySyndicate(story, figure))
      pictures.set(story.id, (await edition.onPage(story, figure)).url);
  }
  return new Response(sitemap(one, edition, pictures));
};
