import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { contentFolder, siteAddress } from '../desk/desk.ts';
import { inCache } from '../files/cache-folder.ts';
import { fonts } from './fonts.ts';

/** A folder as Astro's hooks have it, once its schema has read the configuration. */
export const folderUrl = (folder: string) => pathToFileURL(join(folder, '/'));

/**
 * What the newsroom sets of Astro's configuration. It is not the engineer's to choose: the pages and the
 * build depend on it.
 *
 * `fetchFile: null` is not among it: `updateConfig` of Astro 7.3.5 skips what is null. Without a file `src/fetch.ts`
 * it would change nothing.
 */
export function astroConfig() {
  const { origin, pathname } = new URL(siteAddress(contentFolder()));
  return {
    site: origin,
    base: pathname,
    trailingSlash: 'always',
    output: 'static',
    prerenderConflictBehavior: 'error',
    cacheDir: folderUrl(inCache('astro')),
    build: { format: 'directory', inlineStylesheets: 'always' },
    // From the project's root. It is part of the names of pictures: an absolute path would change them
    // with the folder of the project.
    image: { service: { entrypoint: './src/site/images/picture-service.ts' } },
    // A script stays a file, so that a policy of `script-src 'self'` lets it run.
    vite: { build: { assetsInlineLimit: 0 } },
    // The desk sets Markdown itself; Astro's own Markdown is not used.
    markdown: { syntaxHighlight: false },
    fonts,
    devToolbar: { enabled: false },
  } as const;
}
