import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { uuid, write } from '../generate.ts';
import { build, filesOf, home, pagesOf, root, type Site } from '../sites.ts';
import { findingsIn } from '../standards/feed-rules.ts';
import { lacking, problemsOf as htmlProblemsOf } from '../standards/html.ts';
import { problemsOf } from '../standards/sitemap.ts';

const story = 'articles/2021/03/kosovo-sends-troops-to-kuwait/index.md';

/** A draft as it is made, before anything is written into it. */
const draft = (id: string) => `---
id: ${id}
headline: Not written yet
standfirst:
section: military
tags: [kosovo]
authors: [anthony-barnett]
published: 2026-11-22
draft: true
---
`;

function copyContent(): string {
  const content = mkdtempSync(join(tmpdir(), 'newsroom-'));
  cpSync('content', content, { recursive: true });
  write(join(content, 'articles/2026/11/new/index.md'), draft(uuid('new')));
  return content;
}

async function buildBroken(...changes: [file: string, from: string, to: string][]) {
  const content = copyContent();
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(content, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no “${from}”.`);
    writeFileSync(join(content, file), text.replace(from, to));
  }
  const before = filesOf(home);
  const failure = await build(home.folder, { CONTENT: content }).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  );
  const after = filesOf(home);
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect([...after].every(([path, bytes]) => before.get(path)!.equals(bytes))).toBe(true);
  return failure;
}

it('tells every problem of every file, ends with 1 and leaves the last good build alone', async () => {
  const failure = await buildBroken(
    [story, 'section: military', 'section: militry'],
    [story, '2021-03-09', '2021-02-30'],
    [story, 'The tour lasts', '<b>The</b> tour lasts'],
    ['pages/about.md', 'title:', 'titel:'],
  );
  expect(failure?.code).toBe(1);
  expect(failure?.stderr).toContain(`${story}:5:10 There is no section “militry”.`);
  expect(failure?.stderr).toContain('The nearest one is `military`.');
  expect(failure?.stderr).toContain(`${story}:9:12 “2021-02-30” does not exist in the calendar.`);
  expect(failure?.stderr).toContain(`${story}:36:1 Raw HTML is not allowed.`);
  expect(failure?.stderr).toContain('pages/about.md:2:1 There is no field `titel`.');
  // What is still to do in drafts comes after them.
  expect(failure?.stderr).toMatch(
    /problems to fix\.[^]*new\/index\.md:4:12 Draft: `standfirst` is empty\.[^]*2 problems in drafts/,
  );
});

it('refuses a link that leads nowhere', async () => {
  const failure = await buildBroken(['pages/about.md', '(/tags/)', '(/tag/)']);
  expect(failure?.code).toBe(1);
  expect(failure?.stderr).toMatch(/pages\/about\.md:\d+:\d+ The link \/tag\/ is broken\./);
});

const sign = '.cache/tests/cache/building';

it('leaves it to another build that is at work', async () => {
  writeFileSync(sign, `${process.pid}`);
  const failure = await buildBroken();
  rmSync(sign);
  expect(failure?.code).toBe(1);
  expect(failure?.stderr).toContain(`Another build is running (process ${process.pid}).`);
});

it('takes no notice of a build that was killed', async () => {
  writeFileSync(sign, '4194304');
  expect(await buildBroken()).toBeUndefined();
  expect(existsSync(sign)).toBe(false);
});

describe('a newsroom without a published story', () => {
  const empty: Site = { folder: join(root, 'empty'), base: '/', url: home.url };
  let told: { stdout: string; stderr: string };
  beforeAll(async () => {
    const content = copyContent();
    const edit = (file: string, from: string | RegExp, to: string) => {
      const path = join(content, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    edit('publication.yaml', 'language: en-US', 'language: sq');
    // The story that comes with the project may go, with all that was ever published of it.
    rmSync(join(content, 'articles/2021'), { recursive: true });
    rmSync(join(content, 'addresses.lock'), { force: true });
    const down = draft(uuid('down')).replace('draft: true', 'expires: 2026-11-23');
    const later = draft(uuid('later'))
      .replace('2026-11-22', '2099-01-01')
      .replace('draft: true\n', '');
    for (const [name, text] of Object.entries({ down, later }))
      write(
        join(content, `articles/2026/11/${name}.md`),
        `${text.replace('standfirst:', 'standfirst: Zyxheld')}\nZyxheld.\n`,
      );
    told = await build(empty.folder, { CONTENT: content, CACHE: join(root, 'empty-cache') });
  }, 240_000);

  it('is built, and says so in the publication’s language on the front page and the lists', () => {
    const files = filesOf(empty);
    for (const page of ['index.html', 'tags/index.html', 'authors/index.html', 'search/index.html'])
      expect(files.get(page)!.toString(), page).toContain('Ende nuk është botuar asnjë artikull.');
    expect(told.stdout).toMatch(/^Built .*\nNext release: .* 2099/m);
    expect(told.stderr).toMatch(
      /new\/index\.md:4:12 Draft: `standfirst` is empty\.[^]*2 problems in drafts/,
    );
    expect(told.stderr).not.toContain('WARN');
    expect(
      [...files.values()].some((bytes) => /Zyxheld|Not written yet/.test(bytes.toString())),
    ).toBe(false);
  });

  it('has valid feeds and sitemaps, and a wire without stories', async () => {
    const files = filesOf(empty);
    const text = (path: string) => files.get(path)!.toString();
    const now = Date.parse('2026-11-23T12:00:00Z');
    for (const feed of ['feed.xml', 'atom.xml'])
      expect(findingsIn(text(feed), empty.url + feed, now), feed).toEqual([]);
    expect((JSON.parse(text('feed.json')) as { items: unknown[] }).items).toEqual([]);
    expect((JSON.parse(text('wire.json')) as { associations: unknown[] }).associations).toEqual([]);
    expect(await problemsOf(text('sitemap.xml'), 'siteindex.xsd')).toEqual([]);
    expect(await problemsOf(text('sitemaps/pages.xml'))).toEqual([]);
  });

  it.skipIf(lacking)(`has valid pages ${lacking}`, async () => {
    for (const [path, html] of pagesOf(empty)) expect(await htmlProblemsOf(html), path).toEqual([]);
  });
});
