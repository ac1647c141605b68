#!/bin/sh
# A hard break at the end of bold or slanted words does not survive being written as Markdown and read again.
#
# CommonMark 0.31.2, 6.7: a backslash before a line end is a hard break; 2.4: one before `&` is a backslash
# before an entity. Seen: for strong(text, break) followed by a letter, mdast-util-to-markdown 2.2.3 writes
# the line end as `&#xA;` behind the break’s backslash, so that mdast-util-from-markdown 2.1.0 reads a
# backslash and a line end of text, and no break. Word processors write `<strong>CITY<br></strong>Text`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact mdast-util-to-markdown@2.2.3 mdast-util-from-markdown@2.1.0
cat >run.mjs <<'END'
import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';

const text = (value) => ({ type: 'text', value });
const strong = { type: 'strong', children: [text('CITY'), { type: 'break' }] };
const written = (after) =>
  toMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [strong, ...after] }] });
const typesIn = (markdown) =>
  fromMarkdown(markdown).children[0].children[0].children.map(({ type }) => type);
const markdown = written([text('Text')]);
console.log('mdast-util-to-markdown 2.2.3', JSON.stringify(markdown), typesIn(markdown).join(' '));
assert.equal(markdown, '**CITY\\\\&#xA;**&#x54;ext\n');
assert.deepEqual(typesIn(markdown), ['text']);
console.log('The break is gone, and a backslash is read in its place.');
END
node run.mjs
