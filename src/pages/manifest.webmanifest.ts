import type { APIRoute } from 'astro';
import { manifest } from '../outputs/manifest.ts';
import { today } from '../today.ts';

export const GET: APIRoute = async () => new Response(manifest(await today()));
