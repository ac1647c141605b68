import type { APIRoute } from 'astro';
import { newestOf } from '../edition/newest.ts';
import { wire } from '../outputs/wire/wire.ts';
import { getSite } from '../site/site.ts';

export const GET: APIRoute = async () => {
  const edition = await getSite();
  const newest = newestOf(edition).map(edition.bundle);
  return new Response(wire(edition, await Promise.all(newest)));
};
