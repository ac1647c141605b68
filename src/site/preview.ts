import { buildContext } from './build-context.ts';

/**
 * Whether this is an editor's preview, which shows what is not published: what Astro was started for says so.
 * Vite's own `import.meta.env.DEV` must not decide it: an environment variable of the name DEV makes that
 * true in a build.
 */
export const isPreview = () => buildContext.command === 'dev';
