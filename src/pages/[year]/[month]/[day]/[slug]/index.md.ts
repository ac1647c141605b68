import type { APIRoute } from 'astro';
import type { Article } from '../../../../../edition/edition.ts';
import { storyMarkdown } from '../../../../../outputs/story-markdown.ts';
import { today } from '../../../../../today.ts';

/** Every story as text, beside its page. */
export async function getStaticPaths() {
  const { addresses, articles } = await today();
  return articles.map((article) => {
    const [year, month, day, slug] = article.address.slice(addresses.home.length).split('/');
    return { params: { year, month, day, slug }, props: { article } };
  });
}

export const GET: APIRoute<{ article: Article }> = async ({ props: { article } }) => {
  const { handout, ...edition } = await today();
  return new Response(storyMarkdown(await handout(article), edition));
};
