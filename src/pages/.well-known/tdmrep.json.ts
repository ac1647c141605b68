import type { APIRoute } from 'astro';
import { tdmrep } from '../../outputs/trust-files.ts';
import { today } from '../../today.ts';

export const GET: APIRoute = async () => new Response(tdmrep(await today()));
