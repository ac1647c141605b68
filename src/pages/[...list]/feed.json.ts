import type { APIRoute } from 'astro';
import { feedPaths, type FeedPage } from '../../site/feed-paths.ts';
import { feedTypes } from '../../outputs/feed.ts';
import { jsonFeed } from '../../outputs/json-feed.ts';
import { getSite } from '../../site/site.ts';

export const getStaticPaths = feedPaths('json');

export const GET: APIRoute<FeedPage> = async ({ props: { list } }) => {
  const { feed } = await getSite();
  return new Response(jsonFeed(await feed(list)), { headers: { 'Content-Type': feedTypes.json } });
};
