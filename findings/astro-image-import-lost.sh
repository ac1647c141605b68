#!/bin/sh
# Astro's content store forgets an image that is added while it writes its list of images.
#
# `writeAssetImports()` clears its dirty flag after the write, not before. What a loader adds between the two
# marks a list as dirty that is then called clean, so that the later save skips it. In `astro dev`, where a
# loader saves a story with its new picture, the page fails until something else is saved.
# Seen: Astro 7.3.5, of two images that are added one right after the other, lists the first only.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact --engine-strict=false astro@7.3.5 node@26.10.0
cat >run.mjs <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { setTimeout } from 'node:timers/promises';

const inAstro = 'node_modules/astro/dist/content/mutable-data-store.js';
const { MutableDataStore } = await import(pathToFileURL(inAstro).href);
const file = pathToFileURL('assets.mjs');
const store = new MutableDataStore();
const entry = (id) => {
  const filePath = `src/content/${id}.md`;
  const assetImports = [`./${id}.png`];
  store.set('stories', id, { id, data: {}, filePath, assetImports });
  store.addAssetImports(assetImports, filePath);
};
const listed = () => readFileSync(file, 'utf8').match(/\w+\.png/g)?.sort() ?? [];
entry('first');
const writing = store.writeAssetImports(file);
entry('second');
await writing;
// Saves wait for half a second of silence.
await setTimeout(1500);
const afterwards = [...new Set(listed())];
store.delete('stories', 'unknown');
await setTimeout(1500);
const { version } = JSON.parse(readFileSync('node_modules/astro/package.json', 'utf8'));
console.log('astro', version, 'node', process.version);
const seen = { afterwards, afterADelete: [...new Set(listed())] };
console.log(seen);
assert.deepEqual(seen, { afterwards: ['first.png'], afterADelete: ['first.png', 'second.png'] });
console.log('The second image is listed only after an unrelated delete.');
END
node_modules/.bin/node run.mjs
