import type { APIRoute } from 'astro';
import type { Article } from '../../edition/edition.ts';
import { maySyndicate } from '../../edition/rights.ts';
import { sitemap, sitemapsOf, type Sitemap } from '../../outputs/sitemap.ts';
import { today } from '../../today.ts';

export async function getStaticPaths() {
  return sitemapsOf(await today()).map((one) => ({
    params: { name: one.name },
    props: { one },
  }));
}

export const GET: APIRoute<{ one: Sitemap }> = async ({ props: { one } }) => {
  const { addresses, sharedFor } = await today();
  const pictures = new Map<Article, string>();
  for (const { article } of one.entries) {
    const picture = article && (await sharedFor(article));
    if (picture && maySyndicate(article, picture.figure)) pictures.set(article, picture.url);
  }
  return new Response(sitemap(one, addresses, pictures));
};
