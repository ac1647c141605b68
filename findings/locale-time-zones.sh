#!/bin/sh
# Intl.Locale's getTimeZones() lists zones for the world that Temporal refuses, and none for Kosovo.
#
# ECMA-402, Intl.Locale.prototype.getTimeZones: the canonical time zones in common use in the locale's region.
# Seen: Node 26.10.0. For eo, whose likely region is 001, it lists SystemV/AST4 and others, which
# Intl.DateTimeFormat takes and for which Temporal throws a RangeError. For sq-XK it lists none, though CLDR has
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
const isOfTemporal = (timeZone) => {
  try {
    return Boolean(Temporal.Now.zonedDateTimeISO(timeZone));
  } catch {
    return false;
  }
};
console.log('node', process.version, 'ICU', process.versions.icu, 'CLDR', process.versions.cldr);
const unknown = zonesOf('eo').filter((zone) => !isOfTemporal(zone));
console.log('eo:', unknown);
console.log('sq-XK:', zonesOf('sq-XK'));
assert.ok(unknown.includes('SystemV/AST4'));
assert.ok(new Intl.DateTimeFormat('en', { timeZone: 'SystemV/AST4' }));
assert.deepEqual(zonesOf('sq-XK'), []);
console.log('Zones are listed that Temporal refuses, and none of Kosovo.');
END
node_modules/.bin/node run.mjs
