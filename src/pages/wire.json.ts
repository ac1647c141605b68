import type { APIRoute } from 'astro';
import { wire, wireLength } from '../outputs/wire/wire.ts';
import { today } from '../today.ts';

export const GET: APIRoute = async () => {
  const { handout, ...edition } = await today();
  const newest = edition.articles.slice(0, wireLength);
  return new Response(wire(edition, await Promise.all(newest.map(handout))));
};
