import type { APIRoute } from 'astro';
import { newsroomClock } from '../../edition/clock.ts';
import { newsSitemap } from '../../outputs/news-sitemap.ts';
import { today } from '../../today.ts';

export const GET: APIRoute = async () => new Response(newsSitemap(await today(), newsroomClock()));
