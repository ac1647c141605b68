import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '../../outputs/cards/card.ts';
import { cardPng } from '../../outputs/cards/store.ts';
import { cardsOf } from '../../outputs/preview.ts';
import { isPreview } from '../../site/preview.ts';
import { getSite } from '../../site/site.ts';

/** Every card in a preview; a build writes the cards itself. */
export const getStaticPaths = (async () =>
  isPreview()
    ? [...cardsOf(await getSite())].map(([name, card]) => ({
        params: { card: name },
        props: { name, card },
      }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: string; card: Card }> = async ({ props: { name, card } }) =>
  new Response(new Uint8Array(await cardPng(name, card)));
