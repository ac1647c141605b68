import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { icon } from '../outputs/icon.ts';
import { icons } from '../outputs/manifest.ts';

export function getStaticPaths() {
  return Object.entries(icons).map(([name, props]) => ({ params: { icon: name }, props }));
}

export const GET: APIRoute<(typeof icons)[keyof typeof icons]> = async ({ props }) => {
  const mark = await readFile('public/favicon.svg');
  return new Response(new Uint8Array(await icon(mark, props.side, props.isWhole)));
};
