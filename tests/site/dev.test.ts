import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeStory, write, writeContent } from '../generate.ts';
import { copyProject } from '../project.ts';

// Pages are asked for until they show what was saved.
const patience = { timeout: 120_000, interval: 50 };
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let server: ChildProcess;
let [content, url, printed] = ['', '', ''];
const [first, second] = [makeStory(1), makeStory(2)];
const addressOf = (number: number) => `1996/01/01/story-${number}/`;
const file = (path: string) => join(content, path, 'index.md');
const page = async (path: string) => (await fetch(url + path)).text();
const shows = (path: string, words: string) =>
  vi.waitFor(async () => expect((await page(path)).includes(words)).toBe(true), patience);

beforeAll(async () => {
  const project = copyProject('dev');
  content = join(project, 'content');
  writeContent(content, 3);
  write(
    file('articles/2026/11/new'),
    makeStory(9)
      .text.replace(/^standfirst: .*/m, 'standfirst:')
      .replace(/---\n\n[^]*$/, 'draft: true\n---\n'),
  );
  write(file('articles/2026/11/half'), '---\nheadline: Half a zqstory\nstandf');
  const env = {
    ...process.env,
    CONTENT: content,
    CACHE: join(project, 'cache'),
    NEWSROOM_CLOCK: '2026-11-23T12:00:00Z',
  };
  server = spawn(process.execPath, ['src/cli/dev.ts'], { cwd: project, env });
  for (const stream of [server.stdout!, server.stderr!])
    stream.on('data', (data) => (printed += String(data)));
  url = await vi.waitFor(() => /http:\/\/localhost:\d+\//.exec(printed)![0], patience);
  await shows(addressOf(1), 'story-1');
});
afterAll(async () => {
  vi.resetConfig();
  server.kill();
  await once(server, 'exit');
});

it('starts with whatever is there, and names on a story’s own page what it lacks', async () => {
  const draft = await page('1996/01/01/new/');
  expect(draft).toContain('2 things still to do in this draft');
  expect(draft).toMatch(
    /<code>standfirst<\/code> is empty\..*One or two sentences.*Line 4, column/s,
  );
  expect(draft).toContain('There is no text.');
  expect(await page('2026/11/01/half/')).toMatch(
    /1 thing to fix.*The frontmatter is not closed\./s,
  );
  const frontmatter = await page('');
  expect(frontmatter).toMatch(/href="\/1996\/01\/01\/new\/".*2 things\s+still to do in a draft/s);
  expect(frontmatter).toMatch(
    /href="\/2026\/11\/01\/half\/">Half a zqstory.*1 thing\s+that would stop the build/s,
  );
  expect(printed).toContain('index.md:1:1 The frontmatter is not closed.');
  expect(printed).not.toContain('standfirst');
  rmSync(join(content, 'articles/2026/11/half'), { recursive: true });
});

it('shows a saved text, and leaves Astro’s store alone, for which it would have to wait', async () => {
  const store = join(content, '../.astro/data-store.json');
  const before = readFileSync(store, 'utf8');
  writeFileSync(file(first.path), `${first.text}\nA zqtext was added.\n`);
  await shows(addressOf(1), 'zqtext');
  expect(readFileSync(store, 'utf8')).toBe(before);
});

it('shows the last of two texts that are saved at once, as when a program puts one in order', async () => {
  writeFileSync(file(second.path), `${second.text}\nA zqone was added.\n`);
  await setTimeout(20);
  writeFileSync(file(second.path), `${second.text}\nA zqtwo was added.\n`);
  await shows(addressOf(2), 'zqtwo');
});

it('shows a new headline wherever it stands', async () => {
  writeFileSync(file(first.path), first.text.replace('headline: "', 'headline: "Zqheadline '));
  await shows('', 'Zqheadline');
  await shows(addressOf(2), 'Zqheadline');
});

it('shows a new story, and takes a removed one away', async () => {
  const { path, text } = makeStory(4);
  write(file(path), text);
  await shows(addressOf(4), 'story-4');
  await shows('', 'story-4');
  rmSync(join(content, path), { recursive: true });
  await vi.waitFor(async () => expect((await page('')).includes('story-4')).toBe(false), patience);
});

it('leads on from old addresses, as soon as they are written', async () => {
  const redirect = async (path: string) => {
    const { status, headers } = await fetch(url + path, { redirect: 'manual' });
    return [status, headers.get('Location')];
  };
  const leads = (path: string, to: string) =>
    vi.waitFor(async () => expect(await redirect(path)).toEqual([302, to]), patience);
  const to = `/${addressOf(3)}`;
  const third = makeStory(3);
  write(
    file(third.path),
    third.text.replace('section: ', 'formerly: [/1995/überall.html, /1995/zq/, /?p=7]\nsection: '),
  );
  await leads('1995/zq/', to);
  await leads('1995/zq', to);
  await leads('1995/%C3%BCberall.html', to);
  await leads('?utm_source=x&p=7', to);
  expect((await redirect('?p=8'))[0]).toBe(200);
  const redirects = join(content, 'redirects.yaml');
  writeFileSync(
    redirects,
    `/zq/*: /tags/*/\n/zqelse/*: https://else.example/*\n/zqgone/: gone\n/1996/*: /tags/\n/all/*: /*\n`,
  );
  await leads('zq/kosovo', '/tags/kosovo/');
  await leads('zqelse/a b', 'https://else.example/a%20b');
  expect((await redirect('zqgone/'))[0]).toBe(404);
  // The pattern is refused, and until it is mended a page that is there is shown.
  expect((await redirect(addressOf(2)))[0]).toBe(200);
  expect(printed).toContain('/1996/* fits an address at which something is now');
  expect((await redirect('all//evil.example/'))[1]).toBeNull();
  rmSync(redirects);
  await vi.waitFor(async () => expect((await redirect('zq/kosovo'))[0]).toBe(404), patience);
});

it('shows a picture that is added to a story', async () => {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#246' } });
  writeFileSync(join(content, second.path, 'zq.png'), await picture.png().toBuffer());
  writeFileSync(
    file(second.path),
    `${second.text}\n![A field](zq.png "What it shows. (Ada/ANH)")\n`,
  );
  await shows(addressOf(2), 'zq.png');
});

it('shows a topic under its new name', async () => {
  const tags = join(content, 'tags.yaml');
  writeFileSync(tags, readFileSync(tags, 'utf8').replace(/name: Kosovo$/m, 'name: Zqtopic'));
  await shows('tags/', 'Zqtopic');
});

it('tells a problem, names it on the story’s page and leaves other pages be, until it is mended', async () => {
  writeFileSync(file(first.path), first.text.replace('section: ', 'section: zq'));
  await shows(addressOf(1), 'There is no section “zq');
  expect(printed).toContain('There is no section “zq');
  const words = first.text.trim().split('\n').at(-1)!.slice(0, 40);
  for (const [half, problem] of [
    [first.text.slice(0, 60), 'The frontmatter is not closed.'],
    [first.text.replace('headline: ', 'headline: ["'), 'This is not valid YAML'],
    ['', 'This file does not begin with frontmatter.'],
  ] as const) {
    writeFileSync(file(first.path), half);
    await shows(addressOf(1), problem);
    expect(await page(addressOf(1))).toContain(words);
    expect(await page(addressOf(2))).toContain('story-1');
  }
  writeFileSync(file(first.path), `${first.text}\nThe zqmended text.\n`);
  await shows(addressOf(1), 'zqmended');
  expect(await page(addressOf(1))).not.toContain('to fix');
});

it('goes on with the last good list of topics while that is broken', async () => {
  const tags = join(content, 'tags.yaml');
  const good = readFileSync(tags, 'utf8');
  writeFileSync(tags, `${good}\nbroken: [`);
  await shows('', 'tags.yaml');
  expect(await page(addressOf(1))).not.toContain('to fix');
  expect(await page('tags/')).toContain('Zqtopic');
  writeFileSync(tags, good);
  await vi.waitFor(
    async () => expect((await page('')).includes('tags.yaml')).toBe(false),
    patience,
  );
});
