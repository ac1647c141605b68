import type { APIRoute, GetStaticPaths } from 'astro';
import type { Read } from '../../maps/files.ts';
import { mapPaths } from '../../site/map-paths.ts';

export const getStaticPaths = (() => mapPaths('png')) satisfies GetStaticPaths;

export const GET: APIRoute<{ read: Read }> = async ({ props: { read } }) =>
  new Response(new Uint8Array(await read()), { headers: { 'Content-Type': 'image/png' } });
