import type { APIRoute } from 'astro';
import { newsroomClock } from '../../edition/clock.ts';
import { newsSitemap } from '../../outputs/news-sitemap.ts';
import { getSite } from '../../site/site.ts';

export const GET: APIRoute = async () =>
  new Response(newsSitemap(await getSite(), newsroomClock()));
