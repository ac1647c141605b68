import { buildContext } from './build-context.ts';

/**
 * Whether this is an editor's preview, which shows unpublished content. This depends on the command for
 * which Astro was started, not on Vite's `import.meta.env.DEV`: an environment variable named DEV makes
 * that true in a build.
 */
export const isPreview = () => buildContext.command === 'dev';
