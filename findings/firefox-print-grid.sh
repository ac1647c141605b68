#!/usr/bin/env bash
# Where a grid goes on over the page, Firefox draws an item's border as long as the item with its margins.
#
# Expected, as on the screen and in Chromium: a border as high as its item, 40 px here.
# Seen in Firefox ESR 153.8: on paper it goes on through the space below, 104 px long with margins of 32 px;
# with `align-items: start`, or in a block, it has 40.
#
# Run as root on Debian 12, which has the browser. Ends with an error when that has changed.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get install -y --no-install-recommends firefox-esr=153.8.0esr-1~deb12u1 poppler-utils >/dev/null 2>&1 </dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact puppeteer-core@25.16.0
cat >run.mjs <<'END'
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', timeout: 120_000 });
const page = await browser.newPage();

/** How long the border of the item is on paper, in px. */
async function printed(style) {
  await page.setContent(`<!doctype html><style>@page { margin: 0 } body { margin: 0 }
    main { ${style} } main > * { margin: 32px 0 } .filler { height: 300px }
    .item { border-left: 8px solid #000 } .item div { height: 40px }</style>
    <main><div class="filler"></div><div class="item"><div></div></div><div class="filler"></div><div class="filler"></div>
    <div class="filler"></div><div class="filler"></div></main>`);
  writeFileSync('page.pdf', await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  execFileSync('pdftoppm', ['-r', '96', '-gray', '-singlefile', 'page.pdf', 'page']);
  const bytes = readFileSync('page.pgm');
  const [head, width] = /^P5\s+(\d+)\s+\d+\s+\d+\s/.exec(bytes.toString('latin1'));
  let dark = 0;
  for (let at = head.length + 3; at < bytes.length; at += Number(width)) if (bytes[at] < 80) dark++;
  return dark;
}
const seen = {
  grid: await printed('display: grid'),
  start: await printed('display: grid; align-items: start'),
  block: await printed(''),
};
console.log(await browser.version(), JSON.stringify(seen));
await browser.close();
assert.ok(Math.abs(seen.block - 40) < 3 && Math.abs(seen.start - 40) < 3);
assert.ok(Math.abs(seen.grid - 104) < 3, 'the border has another length now');
console.log('The border of a grid’s item is as long as the item with its margins.');
END
node run.mjs
