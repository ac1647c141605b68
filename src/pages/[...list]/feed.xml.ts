import type { APIRoute } from 'astro';
import { feed, feedLength } from '../outputs/feed.ts';
import { today } from '../today.ts';

export const GET: APIRoute = async () => {
  const { handout, ...edition } = await today();
  const newest = edition.articles.slice(0, feedLength);
  return new Response(await feed(edition, await Promise.all(newest.map(handout))));
};
