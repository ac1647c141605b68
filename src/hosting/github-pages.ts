/**
 * For GitHub Pages from a branch: without this file, Jekyll omits `_astro/`. Source:
 * docs.github.com/pages, “Bypassing Jekyll on GitHub Pages”
 */
export const githubPagesFiles = () => ({ '.nojekyll': '' });
