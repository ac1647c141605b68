import type { APIRoute } from 'astro';
import { trustTxt } from '../outputs/trust-files.ts';
import { getSite } from '../site/site.ts';

export const GET: APIRoute = async () => new Response(trustTxt(await getSite()));
