import type { APIRoute } from 'astro';
import { llms } from '../outputs/llms.ts';
import { today } from '../today.ts';

export const GET: APIRoute = async () => new Response(llms(await today()));
