import type { APIRoute } from 'astro';
import { manifest } from '../outputs/manifest.ts';
import { getSite } from '../site/site.ts';

export const GET: APIRoute = async () => new Response(manifest(await getSite()));
