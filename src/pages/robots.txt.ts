import type { APIRoute } from 'astro';
import { robots } from '../outputs/robots.ts';
import { getSite } from '../site/site.ts';

export const GET: APIRoute = async () => {
  const { publication, addresses } = await getSite();
  return new Response(robots(publication, addresses));
};
