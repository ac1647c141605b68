#!/bin/sh
# Intl.Locale's getTimeZones() lists zones for the world that Intl and Temporal do not know, and none for Kosovo.
#
# ECMA-402, Intl.Locale.prototype.getTimeZones: the canonical time zones in common use in the locale's region.
# Seen: Node 26.10.0. For eo, whose likely region is 001, it lists SystemV/AST4 and others, for which
# Intl.DateTimeFormat and Temporal throw a RangeError. For sq-XK it lists none, though CLDR has
# Europe/Belgrade for the region XK. Filter by Intl.supportedValuesOf('timeZone').
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact node@26.10.0
cat >run.mjs <<'END'
import assert from 'node:assert/strict';

const zonesOf = (tag) => new Intl.Locale(tag).maximize().getTimeZones();
const isKnown = (timeZone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};
console.log('node', process.version, 'ICU', process.versions.icu, 'CLDR', process.versions.cldr);
const unknown = zonesOf('eo').filter((zone) => !isKnown(zone));
console.log('eo:', unknown);
console.log('sq-XK:', zonesOf('sq-XK'));
assert.ok(unknown.includes('SystemV/AST4'));
assert.throws(() => Temporal.Now.zonedDateTimeISO('SystemV/AST4'), RangeError);
assert.deepEqual(zonesOf('sq-XK'), []);
console.log('Zones are listed that do not exist, and none of Kosovo.');
END
node_modules/.bin/node run.mjs
