import { expect, it } from 'vitest';
import { datelinePlace } from '../../src/edition/dateline.ts';

const at: [number, number] = [42.6629, 21.1655];
const names = (dateline: string | undefined, ...places: string[]) =>
  datelinePlace({ dateline, places: places.map((name) => ({ name, at })) })?.name;

it.each([
  ['PRISTINA, Kosovo', 'Pristina'],
  ['PRISTINA', 'Pristina'],
  ['Pristina, Kosovo', 'Pristina, Kosovo'],
  ['PRISTINA , Kosovo', 'Pristina'],
  ['ZURICH', 'Zürich'],
  ['İSTANBUL, Türkiye', 'Istanbul'],
  ['القاهرة, Egypt', 'القاهرة'],
])('the dateline %s is of %s', (dateline, place) => {
  expect(names(dateline, 'Kuwait City', place)).toBe(place);
});

it.each([
  ['PRISTINA, Kosovo', 'Kosovo'],
  ['BARI SARDO, Italy', 'Bari'],
  ['BARI, Italy', 'Bari Sardo'],
  [undefined, 'Pristina'],
])('the dateline %s is not of %s', (dateline, place) => {
  expect(names(dateline, place)).toBeUndefined();
});

it('is of no place when none is known', () => {
  expect(datelinePlace({ dateline: 'PRISTINA', places: undefined })).toBeUndefined();
});
