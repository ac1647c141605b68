import type { APIRoute } from 'astro';
import { feedPaths, type FeedPage } from '../../site/feed-paths.ts';
import { atom } from '../../outputs/atom.ts';
import { feedTypes } from '../../outputs/feed.ts';
import { getSite } from '../../site/site.ts';

export const getStaticPaths = feedPaths('atom');

export const GET: APIRoute<FeedPage> = async ({ props: { list } }) => {
  const { feed } = await getSite();
  return new Response(atom(await feed(list)), { headers: { 'Content-Type': feedTypes.atom } });
};
