import type { APIRoute } from 'astro';
import { robots } from '../outputs/robots.ts';
import { today } from '../today.ts';

export const GET: APIRoute = async () => {
  const { publication, addresses } = await today();
  return new Response(robots(publication, addresses));
};
