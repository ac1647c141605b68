/**
 * Whether this is an editor's preview, which shows what is not published. Only `npm run dev` says
 * so. Vite's own `import.meta.env.DEV` must not decide it: an environment variable of the name DEV
 * makes that true in a build.
 */
export function isPreview(): boolean {
  return process.env.NEWSROOM_PREVIEW === 'on';
}
