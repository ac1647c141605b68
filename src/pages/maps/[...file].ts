import type { APIRoute, GetStaticPaths } from 'astro';
import { mapsOf, type Read } from '../../outputs/map/files.ts';
import { isPreview } from '../../preview.ts';
import { today } from '../../today.ts';

/** Every file of a map while an editor writes; a build lays them out by itself. */
export const getStaticPaths = (async () =>
  isPreview()
    ? [...mapsOf((await today()).articles)].map(([path, read]) => ({
        params: { file: path.slice('maps/'.length) },
        props: { read },
      }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ read: Read }> = async ({ props: { read }, url }) => {
  const type = url.pathname.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  return new Response(new Uint8Array(await read()), { headers: { 'Content-Type': type } });
};
