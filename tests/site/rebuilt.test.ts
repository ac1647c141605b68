import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ElementContent } from 'hast';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/i18n/words.ts';
import { filesIn } from '../../src/files/walk.ts';
import { makeStory, write, writeContent } from '../generate.ts';
import { copyProject } from '../project.ts';
import { build, root } from '../sites.ts';
import { inLine, Page } from './page.ts';

// A project of its own, so that its code can be changed from one build to the next.
const project = resolve(root, 'rebuilt');
const [content, site] = [join(project, 'content'), join(project, 'site')];
const environment = { CONTENT: content, CACHE: join(project, 'cache') };
const count = 12;

const bytesOf = (folder: string) =>
  new Map(filesIn(folder).map((name) => [name, readFileSync(join(folder, name))]));

/** The files of the site with an ending whose text is as said, by their paths. */
const filesWhere = (ending: string | RegExp, isSo: (text: string) => boolean) =>
  [...bytesOf(site)]
    .filter(([name, bytes]) => name.search(ending) >= 0 && isSo(`${bytes}`))
    .map(([name]) => name);

const pages = /\.html$/;
const stories = /^\d{4}\/\d\d\/\d\d\/.*\.html$/;

/** Whether a page is one of an address of before, which says nothing of the site. */
const leadsOn = (text: string) => text.includes('http-equiv="refresh"');

function edit(name: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(project, name), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${name} has no “${String(from)}”.`);
  writeFileSync(join(project, name), changed);
}

/** Adds a made-up story, published on the day that it is made up for or at another time; tells its name. */
function publish(number: number, published?: string): string {
  const { path, text } = makeStory(number);
  const timed = published ? text.replace(/^published: .*$/m, `published: ${published}`) : text;
  write(join(content, path, 'index.md'), timed);
  return `Story ${number}: `;
}

const rebuild = async (given = {}) =>
  (await build(site, { ...environment, ...given }, project)).stdout;

/** The site that is built of the same content and code with nothing that was made before. */
async function clean(given = {}): Promise<Map<string, Buffer>> {
  const [folder, CACHE] = [join(project, 'clean'), join(project, 'clean-cache')];
  rmSync(CACHE, { recursive: true, force: true });
  await build(folder, { ...environment, ...given, CACHE }, project);
  return bytesOf(folder);
}

function expectSame(one: Map<string, Buffer>, other: Map<string, Buffer>): void {
  expect([...one.keys()]).toEqual([...other.keys()]);
  expect([...one].filter(([name, bytes]) => !other.get(name)!.equals(bytes))).toEqual([]);
}

/** Every text of a table of words that needs nothing put into it. */
const stringsIn = (table: object): string[] =>
  Object.values(table).flatMap((value: unknown) =>
    typeof value === 'string' ? value : typeof value === 'object' ? stringsIn(value!) : [],
  );

/** The texts of an element, each with the language that it says it is in. */
const textsIn = (node: ElementContent, lang: string): { text: string; lang: string }[] => {
  if (node.type === 'text') return [{ text: inLine(node.value), lang }];
  if (node.type !== 'element' || node.tagName === 'script') return [];
  const own = String(node.properties['lang'] ?? lang);
  return node.children.flatMap((child) => textsIn(child, own));
};

beforeAll(async () => {
  copyProject('rebuilt');
  writeContent(content, count);
  // Its year is in every page’s foot, so that there is to be no new one.
  publish(count + 3, '2026-11-20');
  edit('content/publication.yaml', /^host: .*\n/m, 'host: nginx\n');
  await rebuild();
});

describe('a site that is built again after a change', () => {
  it('has the bytes of a clean build, with compressed files, for one more story and an embargo that passes', async () => {
    publish(count + 1);
    const due = publish(count + 2, '2026-11-24 09:00');
    expect(await rebuild()).toMatch(/ [1-9]\d* unchanged/);
    expect(filesWhere(pages, (text) => text.includes(due))).toEqual([]);
    const later = { NEWSROOM_CLOCK: '2026-11-24T12:00:00Z' };
    expect(await rebuild(later)).toMatch(/ [1-9]\d* unchanged/);
    expect(filesWhere(pages, (text) => text.includes(due)).length).toBeGreaterThan(2);
    expectSame(bytesOf(site), await clean(later));
    expect(filesIn(site).filter((name) => name.endsWith('.html.br')).length).toBeGreaterThan(count);
  });

  it('is for another host, when that is another', async () => {
    edit('content/publication.yaml', 'host: nginx', 'host: github-pages');
    await rebuild();
    expect(filesIn(site).filter((name) => name.endsWith('.br'))).toEqual([]);
    const meta = 'http-equiv="Content-Security-Policy"';
    expect(filesWhere(pages, (text) => !text.includes(meta))).toEqual([]);
  });

  it('has the publication’s new name everywhere, and the old one nowhere', async () => {
    edit('content/publication.yaml', /^name: ANH$/m, 'name: Zqname');
    edit('content/publication.yaml', /^language: .*$/m, 'language: eo');
    await rebuild();
    expect(filesWhere(pages, (text) => !leadsOn(text) && !text.includes('Zqname'))).toEqual([]);
    // Pages of the content say it in their own words.
    const old = /(?:· |title="|site_name" content="|>)ANH(?: \(|"|<)/;
    expect(filesWhere(/\.(?:html|xml|json)$/, (text) => old.test(text))).toEqual([]);
  });

  it('says which of its words are English where its language has none of its own', () => {
    const words = new Set(stringsIn(wordsFor('en')));
    const isEnglish = (text: string) =>
      words.has(text.replace(/:$/, '')) || /^(?:By|\d+ stor(?:y|ies))$/.test(text);
    const found = [...bytesOf(site)]
      .filter(([name, bytes]) => pages.test(name) && !leadsOn(`${bytes}`))
      .flatMap(([name, bytes]) =>
        textsIn(new Page(`${bytes}`).one('body'), '')
          .filter(({ text }) => isEnglish(text))
          .map(({ text, lang }) => `${name.replace(/\d+/g, '0')} ${lang} ${text}`),
      );
    expect(new Set(found).size).toBeGreaterThan(40);
    expect(found.filter((one) => !/^\S+ en /.test(one))).toEqual([]);
    expect(filesWhere(pages, (text) => !/<(?:html|article) [^>]*lang="e[on]"/.test(text))).toEqual(
      [],
    );
  });

  it.each([
    [
      'template',
      'src/layouts/Story.astro',
      '<article class="story">',
      '<article class="story zqtemplate">',
    ],
    [
      'plugin',
      'src/desk/typography/set-tree.ts',
      'visit(tree, (node) => {',
      "visit(tree, (node) => {\n    if (node.type === 'paragraph') node.children.push({ type: 'text', value: ' zqplugin' });",
    ],
  ])('is made by a %s as it is now', async (what, file, from, to) => {
    edit(file, from, to);
    expect(await rebuild()).toMatch(/ \(code changed\); 0 unchanged/);
    const isMarked = (text: string) => text.includes(`zq${what}`);
    expect(filesWhere(stories, (text) => !isMarked(text))).toEqual([]);
    expect(filesWhere(stories, isMarked).length).toBeGreaterThan(count);
  });
});

it('a build that is killed, whenever that is, leaves the last good site, and the next one is right', async () => {
  edit('content/publication.yaml', 'name: Zqname', 'name: Zqother');
  const last = bytesOf(site);
  const env = { ...process.env, ...environment, NEWSROOM_CLOCK: '2026-11-23T12:00:00Z' };
  const moments: (() => boolean)[] = [
    () => existsSync(`${environment.CACHE}/building`),
    () => existsSync(join(project, '.astro/made/index.html')),
    () => existsSync(`${site}.newsroom-next/search`),
    () => existsSync(`${site}.newsroom-next/index.html`),
    () => existsSync(`${environment.CACHE}/last-site`) && !existsSync(`${site}.newsroom-next`),
  ];
  let killed = 0;
  for (const isNow of moments) {
    const one = spawn(process.execPath, ['src/cli/build.ts', site], { cwd: project, env });
    const ended = once(one, 'exit');
    while (!isNow() && one.exitCode === null) await setTimeout(1);
    one.kill('SIGKILL');
    await ended;
    killed += one.signalCode === 'SIGKILL' ? 1 : 0;
    const left = bytesOf(existsSync(site) ? site : `${site}.newsroom-last`);
    if (!`${left.get('index.html')}`.includes('Zqother')) expectSame(left, last);
  }
  expect(killed).toBeGreaterThan(3);
  await rebuild();
  expectSame(bytesOf(site), await clean());
});
