import type axe from 'axe-core';

declare global {
  // Put into the page under test by its own source.
  // eslint-disable-next-line no-var
  var axe: typeof axe;
}
