import type { APIRoute } from 'astro';
import { tdmrep } from '../../outputs/trust-files.ts';
import { getSite } from '../../site/site.ts';

export const GET: APIRoute = async () => new Response(tdmrep(await getSite()));
