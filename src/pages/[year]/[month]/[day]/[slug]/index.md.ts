import type { APIRoute } from 'astro';
import type { Article } from '../../../../../edition/model.ts';
import { isPreview } from '../../../../../site/preview.ts';
import { storyText } from '../../../../../site/story-text.ts';
import { getSite } from '../../../../../site/site.ts';

/** Every story as text, beside its page, while an editor writes; a build writes it there with the page. */
export async function getStaticPaths() {
  if (!isPreview()) return [];
  const { addresses, articles } = await getSite();
  return articles.map((article) => {
    const [year, month, day, slug] = article.address.slice(addresses.home.length).split('/');
    return { params: { year, month, day, slug }, props: { article } };
  });
}

export const GET: APIRoute<{ article: Article }> = async ({ props: { article } }) =>
  new Response(await storyText(article));
