import { expect, it } from 'vitest';
import { archive, filesOf, home, pagesOf } from '../sites.ts';
import { attribute, isKeptOut, Page } from './page.ts';

const attributes = ['href', 'src', 'srcSet', 'content'];

it.each([home, archive])('leads somewhere with every link of $folder', (site) => {
  const files = filesOf(site);
  const pages = new Map(pagesOf(site).map(([path, html]) => [path, new Page(html)]));
  const broken: string[] = [];
  for (const [path, page] of pages) {
    const here = new URL(path.replace(/index\.html$/, ''), site.url);
    const links = page
      .all('a, link, img, source, meta[property^="og:"], meta[property="article:author"]')
      .flatMap((element) =>
        attributes.flatMap((name) =>
          // A description may begin with anything.
          name === 'content' && !/^https?:/.test(attribute(element, name))
            ? []
            : attribute(element, name).split(', '),
        ),
      )
      .map((link) => link.split(' ')[0]!)
      .filter((link) => /^(?:\/|#|\.|https?:\/\/anh\.example)/.test(link));
    expect(links.length, path).toBeGreaterThan(1);
    for (const link of links) {
      const target = new URL(link, here);
      const below = decodeURI(target.pathname).slice(site.base.length);
      const file = target.pathname.endsWith('/') ? `${below}index.html` : below;
      const found = target.pathname.startsWith(site.base) && files.has(file);
      const id = target.hash.slice(1);
      const holds = () => pages.get(file) ?? new Page(files.get(file)!.toString());
      if (!found || (id && holds().all(`[id="${id}"]`).length !== 1))
        broken.push(`${path}: ${link}`);
    }
  }
  expect(broken).toEqual([]);
});

it.each([home, archive])('leads to every page of $folder from the front page', (site) => {
  const pages = new Map(pagesOf(site));
  const reached = new Set(['index.html', '404.html']);
  for (const [path, html] of pages) if (isKeptOut(html)) reached.add(path);
  for (const path of reached) {
    for (const link of new Page(pages.get(path)!).all('a[href^="/"]')) {
      const target = `${attribute(link, 'href').slice(site.base.length)}index.html`;
      if (pages.has(target)) reached.add(target);
    }
  }
  expect([...pages.keys()].filter((path) => !reached.has(path))).toEqual([]);
});
