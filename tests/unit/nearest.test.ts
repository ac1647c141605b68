import { expect, it } from 'vitest';
import { nearest } from '../../src/desk/nearest.ts';

const tags = new Map([
  ['kosovo', ['Kosovo']],
  ['kuwait', ['Kuwait']],
  ['ksf', ['Kosovo Security Force']],
]);

it.each([
  ['kuwayt', 'kuwait'],
  ['kosov', 'kosovo'],
  ['KUWAIT', 'kuwait'],
  ['kosovo security forces', 'ksf'],
])('knows what “%s” is meant to be', (written, meant) => {
  expect(nearest(written, tags)).toBe(meant);
});

it('names nothing when nothing is known', () => {
  expect(nearest('kuwait', new Map())).toBeUndefined();
});
