/**
 * For GitHub Pages from a branch: without this file it has Jekyll leave out `_astro/`.
 * Source: docs.github.com/pages, “Bypassing Jekyll on GitHub Pages”
 */
export const githubPagesFiles = () => ({ '.nojekyll': '' });
