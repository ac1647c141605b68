import type { APIRoute } from 'astro';
import { trustTxt } from '../outputs/trust-files.ts';
import { today } from '../today.ts';

export const GET: APIRoute = async () => new Response(trustTxt(await today()));
