import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { APIRoute, GetStaticPaths } from 'astro';
import { isPreview } from '../../preview.ts';
import { shelf } from '../../shelf.ts';
import { today } from '../../today.ts';

/** Every recording while an editor writes; a build lays them out by itself. */
export const getStaticPaths = (async () => {
  if (!isPreview()) return [];
  const { articles, pages, recordings } = await today();
  await Promise.all([...articles, ...pages].map(recordings));
  return [...shelf.recordings].map(([path, source]) => ({
    params: { file: path.slice('media/'.length) },
    props: { source },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ source: string }> = ({ props: { source } }) =>
  new Response(Readable.toWeb(createReadStream(source)) as ReadableStream);
