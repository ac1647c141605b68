#!/bin/sh
# Node's Temporal refuses a time in ISO 8601's basic form, such as 090000, as if it could be a day of a year.
#
# ECMA-262, Temporal, ParseTemporalTimeString: without a T only what is also a month with a day (1130) or a
# year with a month (202112) is refused. 090000 is neither, as there is no month 00 and no day 00.
# Seen: Node 26.10.0 reads 143000, T090000 and 09:00:00, and throws for 090000 and 050000, “Time is ambiguous
# with MonthDay”. NITF writes its times so (norm="20261130T090000Z"): put a T before them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact node@26.10.0
cat >run.mjs <<'END'
import assert from 'node:assert/strict';

const read = (text) => {
  try {
    return String(Temporal.PlainTime.from(text));
  } catch (error) {
    return error.name;
  }
};
console.log('node', process.version, 'v8', process.versions.v8);
const seen = Object.fromEntries(
  ['143000', '090000', '050000', 'T090000', '09:00:00'].map((text) => [text, read(text)]),
);
console.log(seen);
assert.deepEqual(seen, {
  143000: '14:30:00',
  '090000': 'RangeError',
  '050000': 'RangeError',
  T090000: '09:00:00',
  '09:00:00': '09:00:00',
});
console.log('A basic time is refused without a T.');
END
node_modules/.bin/node run.mjs
