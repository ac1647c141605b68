import type { APIRoute } from 'astro';
import { sitemapIndex, sitemapsOf } from '../outputs/sitemap.ts';
import { today } from '../today.ts';

export const GET: APIRoute = async () => {
  const edition = await today();
  return new Response(sitemapIndex(sitemapsOf(edition), edition.addresses));
};
