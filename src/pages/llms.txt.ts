import type { APIRoute } from 'astro';
import { llms } from '../outputs/llms.ts';
import { getSite } from '../site/site.ts';

export const GET: APIRoute = async () => new Response(llms(await getSite()));
