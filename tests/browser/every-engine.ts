import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colours } from '../../src/maps/colours.ts';
import { readBuiltSite } from '../../src/hosting/built-site.ts';
import { headersFor, hostPolicy } from '../../src/hosting/policy.ts';
import { missing, skipped } from '../required.ts';
import { serve } from '../serve.ts';
import { kuwait } from '../site/page.ts';
import { archive, home, type Site } from '../sites.ts';
import type { Engine, Open, Scheme } from './engine.ts';
import { testLook } from './every-look.ts';
import { pageTypes } from './page-types.ts';
import { isSaid, lookAt, sidesOf, wideness } from './seen.ts';

/** The paths that were asked for. */
const asked: string[] = [];
const askedFor = (path: RegExp) => asked.some((one) => path.test(one));

/** Sites as hosts serve them, with their policies. */
const served = async ({ folder, base }: Site) => {
  const policy = hostPolicy(readBuiltSite(folder));
  return serve(folder, base, (path) => {
    asked.push(path);
    return headersFor(policy, path);
  });
};

/** Starts an engine; where it can’t be, says why. */
async function tryTo(start: (scheme: Scheme) => Promise<Engine>): Promise<Engine | string> {
  try {
    return await start('dark');
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Tests what readers are promised in an engine, with one window of a device that is dark: each page is
 * opened once.
 */
export async function testEngine(
  name: string,
  start: (scheme: Scheme) => Promise<Engine>,
): Promise<void> {
  const started = await tryTo(start);
  const why = typeof started === 'string' ? skipped(started) : '';
  describe.skipIf(why)([name, why].filter(Boolean).join(', '), () => {
    const engine = started as Engine;
    const servers = new Map<Site, Awaited<ReturnType<typeof serve>>>();
    beforeAll(async () => {
      for (const site of [home, archive]) servers.set(site, await served(site));
    });
    afterAll(async () => {
      await engine.close();
      await Promise.all([...servers.values()].map(({ close }) => close()));
    });
    const open = (site: Site, path: string, width = 1280) =>
      engine.open(servers.get(site)!.url + path, width);
    // The answer 404 to an address with nothing; and WebKit knows no `manifest-src`.
    const expected = /\b404\b|Unrecognized .* directive 'manifest-src'/;
    const complaints = () => engine.said.filter((text) => !expected.test(text));
    testPages(engine, open, complaints);
    testUse(name, engine, open, complaints);
    testLook(engine, open);
    describe.skipIf(missing('pdftoppm'))('on paper', () => testPrint(engine, open));
  });
}

function testPages(engine: Engine, open: Open, complaints: () => string[]) {
  it.each(pageTypes)('shows %s whole at 320 px', async (name, site, path) => {
    await open(site, path, 320);
    const { texts, pictures, problems } = await engine.run(lookAt);
    expect(texts).toBeGreaterThan(3);
    expect(pictures).toBeGreaterThanOrEqual(/a lead|in Arabic/.test(name) ? 1 : 0);
    expect(problems).toEqual([]);
    const wide: Record<string, number> = {};
    for (const [state, text, dir] of [
      ['as it is', '', ''],
      ['200 % text', '200%', ''],
      ['right-to-left', '', 'rtl'],
    ] as const)
      wide[state] = await engine.run(wideness, { text, dir });
    expect(wide).toEqual({ 'as it is': 0, '200 % text': 0, 'right-to-left': 0 });
    expect(complaints()).toEqual([]);
  });
}

/** The two colors that cover most of the first picture on a page. */
async function groundsOf(engine: Engine): Promise<string[]> {
  const box = await engine.run(() => {
    const image = document.querySelector<HTMLImageElement>('.figure img')!;
    image.scrollIntoView();
    const { left, top, width, height } = image.getBoundingClientRect();
    return { left, top, width, height };
  });
  const left = Math.max(0, Math.floor(box.left));
  const top = Math.max(0, Math.floor(box.top));
  const [width, height] = [Math.floor(box.width), Math.min(Math.floor(box.height), 300)];
  const data = await sharp(await engine.picture())
    .extract({ left, top, width, height })
    .removeAlpha()
    .raw()
    .toBuffer();
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 3) {
    const color = `#${data.subarray(at, at + 3).toString('hex')}`;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([color]) => color)
    .sort();
}

/** Chooses a theme as a reader does, and says what the page is painted on. */
const choose = (theme: string) => {
  const select = document.querySelector<HTMLSelectElement>('.colophon select')!;
  select.value = theme;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return getComputedStyle(document.body).backgroundColor;
};

const paper = () => getComputedStyle(document.body).backgroundColor;
const [lightPaper, darkPaper] = ['rgb(255, 253, 248)', 'rgb(20, 19, 15)'];
/** For what is drawn some time after it was asked for. */
const wait = { timeout: 20_000, interval: 100 };
const grounds = ({ land, sea }: { land: string; sea: string }) => [land, sea].sort();

function testUse(name: string, engine: Engine, open: Open, complaints: () => string[]) {
  it('has page and map light or dark as the device, or as the reader chose on any page', async () => {
    for (const width of [1280, 320]) {
      await open(home, kuwait, width);
      expect(await engine.run(paper)).toBe(darkPaper);
      await expect.poll(() => groundsOf(engine), wait).toEqual(grounds(colours.dark));
      expect(await engine.run(choose, 'light')).toBe(lightPaper);
      await expect.poll(() => groundsOf(engine), wait).toEqual(grounds(colours.light));
      await open(home, kuwait, width);
      expect(await engine.run(paper)).toBe(lightPaper);
      await expect.poll(() => groundsOf(engine), wait).toEqual(grounds(colours.light));
      expect(await engine.run(choose, 'dark')).toBe(darkPaper);
      await expect.poll(() => groundsOf(engine), wait).toEqual(grounds(colours.dark));
      await engine.run(choose, '');
    }
    expect(complaints()).toEqual([]);
  });

  it('searches under the policy', async () => {
    await open(archive, 'search/?q=council');
    expect(await engine.run(isSaid, '#results mark')).toMatch(/^council$/i);
    expect(complaints()).toEqual([]);
  });

  it('keeps a picture covered and does not fetch it until a reader asks', async () => {
    asked.length = 0;
    await open(archive, '2026/11/06/covered/');
    const look = () => {
      const image = document.querySelector<HTMLImageElement>('.cover img')!;
      return image.checkVisibility() && image.getBoundingClientRect().height > 0;
    };
    await engine.run(async () => {
      scrollTo(0, document.body.scrollHeight);
      await new Promise((waited) => setTimeout(waited, 500));
    });
    expect([await engine.run(look), askedFor(/veiled\./)]).toEqual([false, false]);
    await engine.run(() => {
      const summary = document.querySelector<HTMLElement>('.cover summary')!;
      summary.click();
      summary.scrollIntoView();
    });
    await expect.poll(() => askedFor(/veiled\./), wait).toBe(true);
    expect(await engine.run(look)).toBe(true);
    expect(askedFor(/second\./)).toBe(false);
  });

  it('sets a story of another direction at its own edge of a list, all of it', async () => {
    await open(archive, 'tags/kuwait/');
    const { own, mirrored } = await engine.run(sidesOf, '.teaser[dir=rtl]');
    expect(own.left.length).toBeGreaterThan(2);
    expect(own.right).toEqual(own.right.map(() => 0));
    expect(mirrored.left).toEqual(mirrored.left.map(() => 0));
  });

  it('plays recordings under the policy, when a reader asks', async () => {
    await open(archive, '2026/11/17/blocks/', 320);
    asked.length = 0;
    const players = await engine.run(() =>
      [...document.querySelectorAll<HTMLMediaElement>('audio, video')].map((player) => {
        const { width, height } = player.getBoundingClientRect();
        return { isWide: width > 200 && height > 30, controls: player.controls };
      }),
    );
    expect(players).toEqual(Array(2).fill({ isWide: true, controls: true }));
    expect(askedFor(/^.news.media/)).toBe(false);
    await engine.run(() => {
      // Not play(), for which a touch is needed.
      for (const player of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
        player.preload = 'auto';
        player.load();
      }
    });
    // WebKitGTK fetches none in a window that nobody sees.
    if (name !== 'WebKit')
      await expect.poll(() => askedFor(/\.mp3$/) && askedFor(/\.mp4$/), wait).toBe(true);
    // The files of the fixture hold no sound, which is said in other words by each.
    expect(complaints().filter((text) => /refused|policy/i.test(text))).toEqual([]);
  });

  it('copies the address of a feed', async () => {
    await open(archive, 'feeds/', 320);
    const shown = await engine.run(async () => {
      const first = document.querySelector<HTMLElement>('.feeds :is(input, button)')!;
      // Who may copy is asked at a touch; this one is none, and a refusal gives the field back.
      first.click();
      await new Promise((waited) => setTimeout(waited, 300));
      const now = document.querySelector<HTMLElement>('.feeds :is(input, button)')!;
      return [first.localName, now instanceof HTMLInputElement ? now.value : now.textContent];
    });
    expect(shown[0]).toBe('button');
    expect(shown[1]).toMatch(/^(?:Copied|https:\/\/anh\.example\/news\/feed\.xml)$/);
    expect(complaints()).toEqual([]);
  });
}

/** Prints the page: its words, the lowest line of each sheet, and a picture of each at 72 dpi. */
async function printed(engine: Engine) {
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  const file = join(folder, 'print.pdf');
  writeFileSync(file, await engine.print());
  const read = (...how: string[]) =>
    spawnSync('pdftotext', [...how, file, '-'], { encoding: 'utf8' }).stdout;
  const text = read();
  // Without that, words come in an order of its own.
  const sheets = read('-layout')
    .split('\f')
    .map((sheet) => sheet.trim());
  const lowest = sheets.flatMap((sheet) => (sheet && sheet.split('\n').at(-1)!.trim()) || []);
  spawnSync('pdftoppm', ['-r', '72', '-png', file, join(folder, 'page')]);
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const pages = await Promise.all(
    names.sort().map((name) =>
      sharp(readFileSync(join(folder, name)))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true }),
    ),
  );
  rmSync(folder, { recursive: true });
  return { text, lowest, pages };
}

type Printed = Awaited<ReturnType<typeof printed>>;
type Pixel = readonly [number, number, number];

/** How many pixels of all pages are of a kind. */
function count({ pages }: Printed, isOne: (pixel: Pixel) => boolean): number {
  let found = 0;
  for (const { data } of pages)
    for (let at = 0; at < data.length; at += 3)
      if (isOne([data[at]!, data[at + 1]!, data[at + 2]!])) found++;
  return found;
}

/** The longest upright line on any page, in points. */
function longestRule({ pages }: Printed): number {
  let longest = 0;
  for (const { data, info } of pages)
    for (let x = 0; x < info.width; x++)
      for (let y = 0, run = 0; y < info.height; y++) {
        run = data[(y * info.width + x) * 3]! < 80 ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
  return longest;
}

const near = (wanted: Pixel) => (pixel: Pixel) =>
  pixel.every((value, at) => Math.abs(value - wanted[at]!) < 5);
const isColored = (pixel: Pixel) => Math.max(...pixel) - Math.min(...pixel) > 60;

function testPrint(engine: Engine, open: Open) {
  const print = async (path: string) => {
    await open(archive, path, 390);
    return printed(engine);
  };

  it.each(pageTypes.filter(([, , path]) => /blocks|sent-ar|tags\/kuwait|feeds/.test(path)))(
    'prints %s with its address, and no ways on',
    async (_, site, path) => {
      await open(site, path, 390);
      const { text } = await printed(engine);
      // On one line, and in one piece on a page that is read from the right.
      const plain = text.replaceAll(/[\s\u202a-\u202e\u2066-\u2069]/g, '');
      expect(plain.startsWith(site.url + path)).toBe(true);
      for (const word of ['Subscribe', 'Appearance', 'Corrections', 'Share'])
        expect(text).not.toContain(word);
    },
  );

  it('keeps a picture covered, and shows the one that was opened', async () => {
    await open(archive, '2026/11/06/covered/', 390);
    await engine.run(async () => {
      const images = [...document.querySelectorAll<HTMLImageElement>('.figure img')];
      // As after a look at the whole page.
      for (const image of [images[0]!, images[2]!]) {
        const cover = image.closest('details');
        if (cover) cover.open = true;
        image.scrollIntoView();
        for (let tries = 0; tries < 100 && image.naturalWidth === 0; tries++)
          await new Promise((waited) => setTimeout(waited, 50));
      }
    });
    const pages = await printed(engine);
    expect(pages.text).toContain('Shows another one');
    expect(pages.text).not.toContain('Show the image');
    const shown = [140, 160, 170].map((red) => count(pages, near([red, 90, 120])) > 5000);
    expect(shown).toEqual([true, false, true]);
  });

  it('prints a map as lines', async () => {
    const pages = await print('2026/11/09/mapped/');
    expect(pages.text).toContain('Natural Earth');
    // Its coasts.
    expect(count(pages, near([85, 85, 85]))).toBeGreaterThan(300);
    expect(count(pages, isColored)).toBe(0);
  });

  it('draws the rule of a pull quote beside it, and through nothing else', async () => {
    const rule = longestRule(await print('2026/11/22/pictures/'));
    expect(rule).toBeGreaterThan(20);
    expect(rule).toBeLessThan(70);
  });

  it.each([
    ['', 'Military'],
    ['2026/11/17/blocks/', 'About the author'],
  ])('leaves no heading behind at the foot of a page: /%s', async (path, title) => {
    // Whichever of its forms it has for the window.
    await open(archive, path);
    const headings = await engine.run(() =>
      [...document.querySelectorAll<HTMLElement>('h1, h2, h3')].map((one) => {
        // Firefox prints the bold letters of our face as drawings, which nobody reads.
        one.style.fontFamily = 'sans-serif';
        return one.textContent.trim();
      }),
    );
    const { text, lowest } = await printed(engine);
    expect(headings).toContain(title);
    expect(text).toContain(title);
    expect(lowest.length).toBeGreaterThan(1);
    expect(lowest.filter((line) => headings.includes(line))).toEqual([]);
  });

  it('prints grounds white', async () => {
    const pages = await print('2026/11/17/blocks/');
    expect(pages.text).toContain('What is the KSF?');
    expect(count(pages, near([248, 243, 233]))).toBe(0);
  });

  it('prints an address of each list’s feed', async () => {
    const { text } = await print('feeds/');
    const plain = text.replaceAll(/\s/g, '');
    expect(plain).toContain('https://anh.example/news/feed.xml');
    expect(plain).toContain('https://anh.example/news/tags/kosovo/feed.xml');
    expect(plain).not.toContain('JSON:');
  });
}
