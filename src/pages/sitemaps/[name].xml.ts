import type { APIRoute } from 'astro';
import type { Article } from '../../edition/model.ts';
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
  const { addresses, onPage } = await getSite();
  const pictures = new Map<Article, string>();
  for (const { article } of one.entries) {
    const figure = article && fitFigure(article);
    if (figure && maySyndicate(article, figure))
      pictures.set(article, (await onPage(article, figure)).url);
  }
  return new Response(sitemap(one, addresses, pictures));
};
