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
const patience = { timeout: 30_000, interval: 50 };

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
  server.kill();
  await once(server, 'exit');
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

it('tells a fault and keeps showing the last good text, until it is mended', async () => {
  writeFileSync(file(first.path), first.text.replace('section: ', 'section: zq'));
  await vi.waitFor(() => expect(printed).toContain('There is no section “zq'), patience);
  expect(await page(addressOf(1))).toContain('Zqheadline');
  writeFileSync(file(first.path), `${first.text}\nThe zqmended text.\n`);
  await shows(addressOf(1), 'zqmended');
});
