import type { APIRoute } from 'astro';
import { maySyndicate } from '../edition/rights.ts';
import { feed, feedLength } from '../outputs/feed.ts';
import { today } from '../today.ts';

export const GET: APIRoute = async () => {
  const { bodyOf, shared, ...edition } = await today();
  const articles = edition.articles.slice(0, feedLength);
  const items = articles.map(async (article) => {
    const blocks = article.retraction ? [] : bodyOf(article).blocks;
    const { lead } = article.front;
    const inText = blocks.flatMap((block) => (block.type === 'figure' ? [block.figure] : []));
    const figures = [...(lead ? [lead] : []), ...inText].filter((figure) =>
      maySyndicate(article, figure),
    );
    const pictures = await Promise.all(
      figures.map(async (figure) => [figure.image, (await shared(article, figure)).url] as const),
    );
    return { article, blocks, pictures: new Map(pictures) };
  });
  return new Response(await feed(edition, await Promise.all(items)));
};
