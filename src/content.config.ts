import { relative } from 'node:path';
import { defineCollection, type SchemaContext } from 'astro:content';
import { z } from 'astro/zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Copy } from './desk/copy.ts';
import { contentFolder } from './desk/desk.ts';
import type { Edition } from './edition/edition.ts';
import { readAgain, theEdition } from './newsroom.ts';
import { shelf } from './shelf.ts';

/**
 * The desk has checked every field (see desk/schema/) and the edition holds them; Astro only turns
 * the pictures’ paths into files to be made. What is held back never gets here, pictures included.
 */
const collection = (name: string, choose: (edition: Edition) => Copy<unknown>[]) =>
  defineCollection({
    loader: loader(name, choose),
    schema: ({ image }: SchemaContext) => z.object({ pictures: z.array(image()) }),
  });

let rereading: ReturnType<typeof readAgain> | undefined;
// Both collections come of one reading, and a fault is told once.
const readOnce = () => (rereading ??= readAgain().finally(() => (rereading = undefined)));
let told: unknown;

function loader(name: string, choose: (edition: Edition) => Copy<unknown>[]): Loader {
  return {
    name,
    async load(context) {
      await fill(context, choose(await theEdition()));
      const { watcher, logger } = context;
      watcher?.add(contentFolder());
      watcher?.on('all', async (_, path) => {
        if (relative(contentFolder(), path).startsWith('..')) return;
        try {
          await fill(context, choose(await readOnce()));
        } catch (error) {
          // While an editor writes, the last good state stays on show and the fault is told.
          if (error !== told) logger.error(String(error));
          told = error;
        }
      });
    },
  };
}

async function fill(
  { store, parseData, generateDigest }: LoaderContext,
  copies: Copy<unknown>[],
): Promise<void> {
  const entries = await Promise.all(
    copies.map(async ({ id, file, front, galley, pictures }) => ({
      id,
      data: await parseData({
        id,
        data: { pictures: pictures.map(({ path }) => path) },
        filePath: file,
      }),
      filePath: file,
      digest: generateDigest(JSON.stringify([front, galley, pictures])),
    })),
  );
  store.clear();
  for (const one of entries) store.set(one);
}

export const collections = {
  articles: collection('articles', ({ articles }) =>
    // The pages of all others stand, with the pictures that were made for them.
    articles.filter((article) => shelf.wanted?.has(article) ?? true),
  ),
  pages: collection('pages', (edition) => edition.pages),
};
