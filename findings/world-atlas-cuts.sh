#!/bin/sh
# The countries of world-atlas are joined at the antimeridian, but Fiji is not, and Antarctica has a ring too many.
#
# Expected, as for Russia: no edge along 180°, and rings that go around land.
# Seen in world-atlas 2.0.2, countries-50m: Fiji’s islands Vanua Levu, Rabi and Taveuni have edges on 180°,
# which are drawn as coasts through them; Antarctica’s outer ring is a dot at the pole of 257 points, and
# its coast a hole, so that what looks at the first ring of a polygon, as GeoJSON has it, sees the dot.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact world-atlas@2.0.2 topojson-client@3.1.0
cat >run.mjs <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';

const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8'));
const partsOf = (name) => {
  const country = atlas.objects.countries.geometries.find(({ properties }) => properties.name === name);
  const { type, coordinates } = feature(atlas, country).geometry;
  return type === 'Polygon' ? [coordinates] : coordinates;
};
const cuts = (name) =>
  partsOf(name)
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, at) => [ring[at], to]))
    .filter((edge) => edge.every(([longitude]) => Math.abs(longitude) > 179.99))
    .filter(([[, from], [, to]]) => Math.abs(from - to) > 0.01).length;
const dots = partsOf('Antarctica')
  .filter(([ring]) => ring.every(([, latitude]) => latitude < -89.9))
  .map(([ring, coast]) => [ring.length, coast.length]);
const seen = { Russia: cuts('Russia'), Fiji: cuts('Fiji'), dots };
console.log('world-atlas 2.0.2', JSON.stringify(seen));
assert.equal(seen.Russia, 0);
assert.ok(seen.Fiji > 0, 'Fiji is joined now');
assert.deepEqual(seen.dots, [[257, 2539]]);
console.log('Fiji is cut at 180°, and Antarctica begins with a dot at the pole.');
END
node run.mjs
