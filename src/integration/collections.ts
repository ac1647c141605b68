import { relative } from 'node:path';
import { defineCollection, type SchemaContext } from 'astro/content/config';
import { z } from 'astro/zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Edition, StaticPage, Story } from '../edition/model.ts';
import { type ShownEdition, buildContext } from '../site/build-context.ts';
import { signatureOf } from '../files/signature.ts';

/**
 * The desk has checked every field (see desk/schema/) and the edition holds them; Astro only turns
 * the pictures’ paths into files to be made. What is held back never gets here, pictures included.
 *
 * Vite makes each module that is imported here ready at every start: for the whole newsroom that
 * takes half a second, so it is asked for by the build context.
 */
const collection = (name: string, choose: (edition: Edition) => (Story | StaticPage)[]) =>
  defineCollection({
    loader: loader(name, choose),
    schema: ({ image }: SchemaContext) => z.object({ pictures: z.array(image()) }),
  });

const newsroom = () => {
  if (!buildContext.newsroom)
    throw new Error('astro.config.mjs lacks newsroom() among its integrations.');
  return buildContext.newsroom;
};

let [current, next]: (Promise<ShownEdition> | undefined)[] = [];

/** Both collections come of one reading; what is saved while one is under way is read by another. */
function readOnce(): Promise<ShownEdition> {
  const before = current ?? Promise.resolve();
  return (next ??= before
    .catch(() => {})
    .then(() => {
      [current, next] = [next, undefined];
      return newsroom().readAgain();
    }));
}

// A problem is told once.
let told: unknown;

function loader(name: string, choose: (edition: Edition) => (Story | StaticPage)[]): Loader {
  return {
    name,
    async load(context) {
      // The types of the collections depend on no story.
      if (buildContext.command === 'sync') return;
      const { contentFolder, fileChanged, theEdition } = newsroom();
      // Astro keeps the store from build to build, but not the list of pictures that it makes of it.
      context.store.clear();
      const edition = await theEdition();
      await fill(context, choose(edition));
      buildContext.isCollected = true;
      newsroom().report?.(edition.problems ?? []);
      const { watcher, logger } = context;
      watcher?.add(contentFolder());
      const tellOf = async (event: string, path: string, within: string) => {
        fileChanged(path, event !== 'change');
        try {
          const edition = await readOnce();
          const hasOtherPictures = await fill(context, choose(edition));
          newsroom().report?.(edition.problems ?? []);
          // Of those Astro tells itself, once it has them.
          const isOurs = name === (within.startsWith('pages') ? 'pages' : 'articles');
          if (isOurs && !hasOtherPictures) newsroom().tell?.();
          // Astro 7.3.5 forgets a picture that is added while it writes its list of them. After a delete, even
          // of an unknown id, it makes the list again, and writes it if it has changed.
          if (hasOtherPictures) setTimeout(() => context.store.delete(''), 1000).unref();
        } catch (error) {
          // A file may be gone while it is read: the last state stays on show until the next change.
          if (error !== told) logger.error(String(error));
          told = error;
        }
      };
      watcher?.on('all', (event, path) => {
        const within = relative(contentFolder(), path);
        if (within.startsWith('..')) return;
        const saved = signatureOf(path)?.text;
        void tellOf(event, path, within);
        // The watcher keeps to itself what follows within 50 ms, as when an editor’s program puts in
        // order what was saved.
        setTimeout(() => {
          if (signatureOf(path)?.text !== saved) void tellOf('change', path, within);
        }, 100);
      });
    },
  };
}

/** Tells whether there are pictures that the store had not before. */
async function fill(
  { store, parseData }: LoaderContext,
  copies: (Story | StaticPage)[],
): Promise<boolean> {
  let hasOther = false;
  const wanted = new Set(copies.map(({ id }) => id));
  for (const id of store.keys()) if (!wanted.has(id)) store.delete(id);
  for (const { id, text } of copies) {
    const filePath = text.file;
    const paths = text.pictures.map(({ path }) => path);
    // Astro needs most of a second to make a changed store known, and pages have texts from elsewhere.
    const digest = JSON.stringify(paths);
    if (store.get(id)?.digest === digest) continue;
    const data = await parseData({ id, data: { pictures: paths }, filePath });
    store.set({ id, data, filePath, digest });
    hasOther ||= paths.length > 0;
  }
  return hasOther;
}

export const collections = {
  articles: collection('articles', ({ stories }) =>
    // The pages of all others stand, with the pictures that were made for them.
    stories.filter(({ id }) => buildContext.toRender?.has(id) ?? true),
  ),
  pages: collection('pages', (edition) => edition.pages),
};
