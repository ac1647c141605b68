import type { APIRoute } from 'astro';
import type { Article } from '../../../../../edition/edition.ts';
import { maySyndicate } from '../../../../../edition/rights.ts';
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
  const { bodyOf, shown, ...edition } = await today();
  const blocks = article.retraction ? [] : bodyOf(article).blocks;
  // Those of the page: a picture made for the text alone would cost more than the text.
  const pictures = (await shown(article)).filter(({ figure }) => maySyndicate(article, figure));
  return new Response(storyMarkdown({ article, blocks, pictures }, edition));
};
