import { expect, it } from 'vitest';
import { noAdditions } from '../../src/hosting/csp.ts';
import { readOptions } from '../../src/integration/options.ts';

it('the options of newsroom() have defaults', () => {
  expect(readOptions({})).toEqual({ record: false, csp: noAdditions });
  expect(readOptions({ record: true })).toEqual({ record: true, csp: noAdditions });
});

it.each<[string, unknown, RegExp]>([
  ['is unknown', { recrod: true }, /has no option `recrod`: the nearest one is `record`\./],
  ['is of another type', { record: 'yes' }, /The option `record` is not right: .*boolean.*\./],
  ['is one of two that are', { a: 1, b: 2 }, /no option `a`.*no option `b`/],
  ['is not in an object', true, /What is given to newsroom\(\) is not right: .*object/],
])(
  'an option that %s is refused with its name, the file and where to look',
  (_, given, message) => {
    expect(() => readOptions(given)).toThrow(message);
    expect(() => readOptions(given)).toThrow(
      /^astro\.config\.mjs: .* src\/integration\/options\.ts\.$/,
    );
  },
);
