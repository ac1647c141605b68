import { relative } from 'node:path';
import { defineCollection, type SchemaContext } from 'astro:content';
import { z } from 'astro/zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Copy } from './desk/copy.ts';
import { contentFolder, type Content, type PageCopy, type StoryCopy } from './desk/desk.ts';
import { readNews } from './newsroom.ts';

/**
 * The desk has checked every field (see desk/schema/); Astro only turns the pictures’ paths into
 * files to be made. What the desk or the clock holds back never gets here, pictures included.
 */
const entry = <Checked extends Copy<unknown>>({ image }: SchemaContext) =>
  z.object({ copy: z.custom<Checked>(), pictures: z.array(image()) });

const collection = <Checked extends Copy<unknown>>(
  name: string,
  choose: (content: Content) => Checked[],
) =>
  defineCollection({ loader: loader(name, choose), schema: (context) => entry<Checked>(context) });

// Both collections come of one reading, and a fault is told once.
let reading: ReturnType<typeof readNews> | undefined;
const readOnce = () => (reading ??= readNews().finally(() => (reading = undefined)));
let told: unknown;

function loader(name: string, choose: (content: Content) => Copy<unknown>[]): Loader {
  return {
    name,
    async load(context) {
      await fill(context, choose);
      const { watcher, logger } = context;
      watcher?.add(contentFolder());
      watcher?.on('all', async (_, path) => {
        if (relative(contentFolder(), path).startsWith('..')) return;
        // While an editor writes, the last good state stays on show and the fault is told.
        await fill(context, choose).catch((error: unknown) => {
          if (error !== told) logger.error(String(error));
          told = error;
        });
      });
    },
  };
}

async function fill(
  { store, parseData, generateDigest }: LoaderContext,
  choose: (content: Content) => Copy<unknown>[],
): Promise<void> {
  const copies = choose((await readOnce()).content);
  const entries = await Promise.all(
    copies.map(async (copy) => ({
      id: copy.id,
      data: await parseData({
        id: copy.id,
        data: { copy, pictures: copy.pictures.map(({ path }) => path) },
        filePath: copy.file,
      }),
      filePath: copy.file,
      digest: generateDigest(JSON.stringify(copy)),
    })),
  );
  store.clear();
  for (const one of entries) store.set(one);
}

export const collections = {
  articles: collection<StoryCopy>('articles', (content) => content.stories),
  pages: collection<PageCopy>('pages', (content) => content.pages),
};
