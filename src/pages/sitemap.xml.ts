import type { APIRoute } from 'astro';
import { sitemapIndex, sitemapsOf } from '../outputs/sitemap.ts';
import { getSite } from '../site/site.ts';

export const GET: APIRoute = async () => {
  const edition = await getSite();
  return new Response(sitemapIndex(sitemapsOf(edition), edition.addresses));
};
