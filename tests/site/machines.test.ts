import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { readMarkdown } from '../standards/markdown.ts';
import { readRobots } from '../standards/robots.ts';
import { archive, filesOf, home, pagesOf, type Site } from '../sites.ts';
import { attribute, Page } from './page.ts';

const read = (site: Site, path: string) => filesOf(site).get(path)!.toString();

it.each([home, archive])('tells programs the same in every file of $folder', (site) => {
  const robots = readRobots(read(site, 'robots.txt'));
  expect(robots.mayRead('GPTBot', site.base)).toBe(false);
  expect(robots.mayRead('OAI-SearchBot', site.base)).toBe(true);
  expect(JSON.parse(read(site, '.well-known/tdmrep.json'))).toEqual([
    { location: site.base, 'tdm-reservation': 1, 'tdm-policy': `${site.url}ai-and-crawlers/` },
  ]);
  expect(read(site, 'trust.txt')).toContain('datatrainingallowed=no\n');
  expect(read(site, '.well-known/trust.txt')).toBe(read(site, 'trust.txt'));
  for (const [path, html] of pagesOf(site)) {
    const page = new Page(html);
    if (page.all('link[rel=manifest]').length > 0)
      expect(page.meta('tdm-reservation'), path).toBe('1');
  }
});

it.each([home, archive])('leads from the trust files of $folder to pages that it has', (site) => {
  const files = filesOf(site);
  const disclosures = [...read(site, 'trust.txt').matchAll(/^disclosure=(.*)$/gm)];
  expect(disclosures.length).toBeGreaterThan(2);
  for (const [, address = ''] of disclosures)
    expect(files.has(`${address.slice(site.url.length)}index.html`), address).toBe(true);
});

it('says whom to write to about problems of the site, for half a year', () => {
  expect(read(archive, '.well-known/security.txt').split('\n')).toEqual([
    'Contact: mailto:newsroom@anh.example',
    'Expires: 2027-05-01T00:00:00Z',
    `Canonical: ${archive.url}.well-known/security.txt`,
    'Preferred-Languages: en-US',
    '',
  ]);
});

it.each([home, archive])('gives the home screen the icons that $folder has', async (site) => {
  const files = filesOf(site);
  const { icons, start_url } = JSON.parse(read(site, 'manifest.webmanifest')) as {
    icons: { src: string; sizes: string }[];
    start_url: string;
  };
  expect(start_url).toBe(site.base);
  expect(icons).toHaveLength(4);
  for (const { src, sizes } of icons) {
    const bytes = files.get(src.slice(site.base.length))!;
    if (sizes === 'any') continue;
    const { width, height } = await sharp(bytes).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
  const frontmatter = new Page(read(site, 'index.html'));
  for (const [rel, name] of [
    ['manifest', 'manifest.webmanifest'],
    ['apple-touch-icon', 'apple-touch-icon.png'],
  ]) {
    expect(attribute(frontmatter.one(`link[rel=${rel}]`), 'href')).toBe(site.base + name);
    expect(files.has(name!)).toBe(true);
  }
});

it.each([home, archive])('lists in llms.txt what $folder has, whole and linked', (site) => {
  const text = read(site, 'llms.txt');
  expect(text.length).toBeGreaterThan(50);
  const tree = readMarkdown(text);
  expect(tree.children[0]).toMatchObject({ type: 'heading', depth: 1 });
  const files = filesOf(site);
  const links: string[] = [];
  visit(tree, 'link', ({ url }) => void links.push(url.slice(site.url.length)));
  expect(links.filter((path) => path.endsWith('.md'))).toHaveLength(site === home ? 1 : 30);
  for (const path of links)
    expect(files.has(/\/$|^$/.test(path) ? `${path}index.html` : path), path).toBe(true);
});
