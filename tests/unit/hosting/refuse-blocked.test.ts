import { describe, expect, it } from 'vitest';
import { readForAnyHost } from '../../../src/build/ready.ts';
import { hosts, type Host } from '../../../src/desk/schema/publication.ts';
import { readBuiltSite } from '../../../src/hosting/built-site.ts';
import { noAdditions } from '../../../src/hosting/csp.ts';
import { writeHostFiles } from '../../../src/hosting/host-files.ts';
import { refuseBlocked } from '../../../src/hosting/refuse-blocked.ts';
import { filesIn } from '../../../src/files/walk.ts';
import { readFileSync } from 'node:fs';
import { siteFolder, smallSite } from './small-site.ts';

const { write, at } = siteFolder();

/** Says what is wrong with the small site when it has some more pages. */
function refusal(pages: Record<string, string>, csp: object = {}): string {
  const handedOver = JSON.parse(smallSite()['.site.json']) as object;
  const told = JSON.stringify({ ...handedOver, csp: { ...noAdditions, ...csp } });
  const folder = write({ ...smallSite(), ...pages, '.site.json': told });
  try {
    refuseBlocked(readBuiltSite(folder), folder);
    return '';
  } catch (error) {
    return (error as Error).message.replaceAll(folder, 'dist');
  }
}

it('says nothing of a site in which all works', () => {
  expect(refusal({})).toBe('');
});

it('names page, place and element, and what to do', () => {
  expect(refusal({ 'b/index.html': '<p>\n a <button\n onclick="f()">b</button>' })).toBe(
    `dist/b/index.html:2:4 <button onclick="f()"> has code in the attribute onclick, which the Content Security Policy blocks.
    Move the code into a <script> of the component: Astro makes that a file, which the policy allows.

1 problem to fix.`,
  );
});

it('tells what is on many pages once, and each thing apart', () => {
  const pages = Object.fromEntries(
    [1, 2, 3].map((at) => [`b/${at}.html`, `<img src="https://x.example/${at}.png"><p style="">`]),
  );
  expect(refusal(pages)).toBe(
    `dist/b/1.html:1:1 <img src="https://x.example/1.png"> needs https://x.example (img-src), which the Content Security Policy blocks, also on 2 other pages.
    Add it in astro.config.mjs: newsroom({ csp: { img: ['https://x.example'] } }), or put the picture beside the story or into public/.
dist/b/1.html:1:36 <p style=""> has a style in an attribute, which the Content Security Policy blocks, also on 2 other pages.
    Give it a class, and that a style in the component’s <style>.

2 problems to fix.`,
  );
});

describe('what to do', () => {
  it.each([
    ['<a href="javascript:f()">', 'Move the code into a <script> of the component'],
    [
      '<script src="https://x.example/"></script>',
      "csp: { script: ['https://x.example'] } }), or move",
    ],
    [
      '<link rel="preload" as="fetch" href="https://x.example/">',
      "{ connect: ['https://x.example'] }",
    ],
    ['<form action="https://x.example/"></form>', "{ form: ['https://x.example'] }"],
    ['<iframe src="https://x.example/"></iframe>', "{ frame: ['https://x.example'] }"],
    ['<img src="https://x.example/">', "{ img: ['https://x.example'] }"],
    ['<img src="data:,">', "{ img: ['data:'] }"],
    ['<audio src="https://x.example/"></audio>', "{ media: ['https://x.example'] }"],
    ['<img src="http://x.example/">', 'Use an address that begins with https://.'],
    ['<iframe src="/news/a/"></iframe>', 'Link to it: the pages of the site may not be framed.'],
    ['<object data="/news/a.pdf"></object>', 'Use a frame, a picture or a link.'],
    ['<base href="/">', 'Take it out, and write addresses that begin with a slash.'],
    ['<link rel="stylesheet" href="/news/a.css">', 'Import the style sheet in the component'],
    ['<style>@font-face{src:url(https://x.example/a)}</style>', 'Put the font into public/.'],
    ['<link rel="manifest" href="https://x.example/a">', 'Put the manifest into public/.'],
  ])('with %s is told', (html, advice) => {
    const said = refusal({ 'b/index.html': html });
    expect(said).toContain(`dist/b/index.html:1:1 ${html.replace(/(?<=>)[^]*/, '')}`);
    expect(said).toContain(advice);
  });
});

it('lets pass what the options add', () => {
  const pages = {
    'b/index.html':
      '<script src="https://x.example/a.js"></script><iframe src="https://v.x.example/"></iframe>',
  };
  expect(refusal(pages, { script: ['https://x.example'], frame: ['https://*.x.example'] })).toBe(
    '',
  );
  expect(refusal(pages, { script: ['https://x.example'] })).toContain('frame-src');
});

it('refuses more different styles and scripts than a policy has room for', () => {
  const pages = (count: number, kind: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`b/${at}.html`, `<${kind}>/*${at}*/</${kind}>`]),
    );
  // The small site has three of its own.
  expect(refusal(pages(47, 'script'))).toBe('');
  expect(refusal(pages(49, 'script'))).toMatch(
    /^dist\/[^\n]+ <script> is different on many pages: the Content Security Policy has room for 50 different styles and scripts, also on 1 other page\.\n +Give all pages the same script, and what differs in a data- attribute\.\n\n1 problem/,
  );
  expect(refusal(pages(60, 'style'))).toContain('Give all pages the same style');
});

it('stops the build whether a host is named or not, and before anything is written for one', async () => {
  write({ ...smallSite(), 'b/index.html': '<p onclick="f()">' });
  const before = filesIn(at());
  for (const host of [...hosts, undefined])
    await expect(writeHostFiles(host, at())).rejects.toThrow('has code in the attribute onclick');
  const files = { known: { found: new Map(), precompressed: new Map() }, files: before };
  expect(() => readForAnyHost(at(), files)).toThrow('has code in the attribute onclick');
  expect(filesIn(at())).toEqual(before);
});

it.each(hosts)('what is added is in the files for %s', async (host) => {
  const handedOver = JSON.parse(smallSite('https://a.example/')['.site.json']) as object;
  const frame = ['https://frame.example'];
  const csp = { ...noAdditions, script: ['https://script.example'], frame };
  write({
    ...smallSite('https://a.example/'),
    '.site.json': JSON.stringify({ ...handedOver, csp }),
  });
  await writeHostFiles(host, at());
  const told = filesIn(at()).filter((name) => {
    const text = readFileSync(at(name), 'utf8');
    return (
      /script-src [^;]*https:\/\/script\.example/.test(text) &&
      text.includes(`frame-src ${frame[0]}`)
    );
  });
  const pages = ['404', 'a/index', 'index', 'old/index', 'search/index', 'taken/down/index'];
  const inPages = pages.map((name) => `${name}.html`);
  const expected: Record<Host, string[]> = {
    netlify: ['_headers', ...inPages],
    cloudflare: ['_headers'],
    vercel: ['vercel.json'],
    'github-pages': inPages,
    s3: inPages,
    nginx: ['.host/http.conf'],
    caddy: ['.host/Caddyfile'],
    apache: ['.htaccess'],
    container: ['.host/Caddyfile'],
  };
  expect(told.sort()).toEqual(expected[host].sort());
});
