import type { APIRoute } from 'astro';
import { feedPaths, type FeedPage } from '../../site/feed-paths.ts';
import { feedTypes } from '../../outputs/feed.ts';
import { rss } from '../../outputs/rss.ts';
import { getSite } from '../../site/site.ts';

export const getStaticPaths = feedPaths('rss');

export const GET: APIRoute<FeedPage> = async ({ props: { list } }) => {
  const { feed, language } = await getSite();
  const text = await rss(await feed(list), language.dates);
  return new Response(text, { headers: { 'Content-Type': feedTypes.rss } });
};
