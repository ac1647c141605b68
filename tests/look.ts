import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser/chromium.ts';
import { pageTypes } from './browser/page-types.ts';
import type { Engine, Scheme } from './browser/engine.ts';
import { startFirefox } from './browser/firefox.ts';
import { enter, states, type State } from './browser/states.ts';
import { lookAt } from './browser/seen.ts';
import { startWebKit } from './browser/webkit.ts';
import { serve } from './serve.ts';
import { archive, build, home, writeContentOf } from './sites.ts';

// npm run look [-- WORD…]: builds the sites of the tests and takes pictures of every kind of page, or of those with
// one of the words in their name: in Chromium in every state and printed, in Firefox and WebKit, where they are
// installed, narrow and wide, light and dark, and printed. They are in .cache/look/; open index.html there.

const out = '.cache/look';
/** How much is shown of a long page, in px. */
const tall = 2600;
const words = process.argv.slice(2);
const widths = [390, 768, 1920].map((width): [string, State] => [`light, ${width} px`, { width }]);
const looks: [string, State][] = [...Object.entries(states), ...widths];

await build(home.folder, {});
await build(archive.folder, { CONTENT: await writeContentOf(archive) });
rmSync(out, { recursive: true, force: true });
const servers = await Promise.all([home, archive].map(({ folder, base }) => serve(folder, base)));

/** Takes all pictures of a page into a folder; gives their names. */
async function picturesOf(page: Page, folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const [state, settings] of looks) {
    await enter(page, settings);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    // Playwright’s own way to take a whole page forgets the size of text.
    await page.setViewportSize({ ...page.viewportSize()!, height: Math.min(height, tall) });
    names.push(`${state.replaceAll(/\W+/g, '-')}.png`);
    await page.screenshot({ path: join(folder, names.at(-1)!) });
  }
  await enter(page, { media: { colorScheme: 'dark' } });
  const pdf = join(folder, 'print.pdf');
  await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true });
  return [...names, ...sizesOf(folder, 'print')];
}

/** Takes pictures of the sheets of a printed page; gives their names. */
function sizesOf(folder: string, name: string): string[] {
  // From Debian’s poppler-utils; without it the file itself has to be opened.
  spawnSync('pdftoppm', ['-r', '60', '-png', join(folder, `${name}.pdf`), join(folder, name)]);
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'))
    .sort();
}

/** The other engines, each on a light and on a dark device. */
const others: { name: string; scheme: Scheme; engine: Engine }[] = [];
for (const [name, start] of Object.entries({ firefox: startFirefox, webkit: startWebKit }))
  for (const scheme of ['light', 'dark'] as const)
    try {
      others.push({ name, scheme, engine: await start(scheme) });
    } catch (error) {
      console.log(`Without ${name}, ${scheme}: ${(error as Error).message}`);
    }

/** Takes the pictures of another engine of the page at an address into a folder; gives their names. */
async function picturesBy(
  { name, scheme, engine }: (typeof others)[number],
  url: string,
  folder: string,
) {
  const names: string[] = [];
  for (const width of [320, 1280]) {
    await engine.open(url, width);
    // Waits for the pictures.
    await engine.run(lookAt);
    names.push(`${name}-${scheme}-${width}.png`);
    writeFileSync(join(folder, names.at(-1)!), await engine.picture(true));
  }
  if (scheme === 'light') return names;
  writeFileSync(join(folder, `${name}-print.pdf`), await engine.print());
  return [...names, ...sizesOf(folder, `${name}-print`)];
}

const sheet: string[] = [];
for (const [name, site, path] of pageTypes) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  const folder = name.replaceAll(' ', '-');
  mkdirSync(join(out, folder), { recursive: true });
  // One browser for all gives up after some sixty pictures of this size.
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const url = servers[site === home ? 0 : 1]!.url + path;
  await page.goto(url);
  await page.evaluate(() =>
    Promise.all([...document.images].map((image) => ((image.loading = 'eager'), image.decode()))),
  );
  const pictures = await picturesOf(page, join(out, folder));
  await browser.close();
  for (const other of others) pictures.push(...(await picturesBy(other, url, join(out, folder))));
  console.log(name);
  sheet.push(
    `<h2>${name}</h2><p><a href="${folder}/print.pdf">printed</a></p><div>`,
    ...pictures.map((picture) => {
      const at = `${folder}/${picture}`;
      return `<figure><figcaption>${picture}</figcaption><a href="${at}"><img src="${at}"></a></figure>`;
    }),
    '</div>',
  );
}
await Promise.all(others.map(({ engine }) => engine.close()));
await Promise.all(servers.map(({ close }) => close()));
writeFileSync(
  join(out, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>How it looks</title><style>
body{font:14px sans-serif;background:#888}div{display:flex;gap:12px;overflow-x:auto;align-items:start}
figure{margin:0}img{display:block;max-height:900px;max-width:640px}
</style>${sheet.join('\n')}\n`,
);
console.log(`Open ${join(out, 'index.html')}.`);
