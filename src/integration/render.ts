import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { buildContext } from '../site/build-context.ts';
import type { SiteBuild } from './build.ts';

/** Astro's own way of rendering, with the text of each story written beside its page, and the pages counted. */
export function renderFor(build: SiteBuild, astros: AstroPrerenderer): AstroPrerenderer {
  const { made, planned, progress } = build;
  return {
    ...astros,
    async render(request, options) {
      const rendered = await astros.render(request, options);
      const { stories, stalePages, edition } = await planned;
      const address = decodeURI(new URL(request.url).pathname);
      const story = stories.get(address);
      // As a route of its own it would cost a build more than twice as much: Astro takes each for a request,
      // and waits for each file.
      if (story) {
        const folder = join(made, address.slice(edition.addresses.home.length));
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'index.md'), await buildContext.markdownOf!(story));
      }
      if (options.routeData.type === 'page') build.pages += 1;
      // Some pages are made at every build.
      progress.tell('Writing pages', build.pages, Math.max(stalePages, build.pages + 1));
      return rendered;
    },
  };
}
