import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { toHtml } from '../../src/outputs/prose.ts';

const same = (href: string) => href;

it('maps every link, however deep it stands', () => {
  const nodes = [
    h('p', [h('a', { href: '/a/' }, 'a')]),
    h('ul', [h('li', [h('em', [h('a', { href: '/b/' }, 'b')])])]),
  ];
  expect(toHtml(nodes, (href) => `/news${href}`)).toBe(
    '<p><a href="/news/a/">a</a></p><ul><li><em><a href="/news/b/">b</a></em></li></ul>',
  );
});

it('leaves the nodes as they were', () => {
  const nodes = [h('p', [h('a', { href: '/a/' }, 'a')])];
  toHtml(nodes, () => 'changed');
  expect(toHtml(nodes, same)).toBe('<p><a href="/a/">a</a></p>');
});

it('escapes text', () => {
  expect(toHtml([h('p', '</p><script>alert(1)</script> & so on')], same)).toBe(
    '<p>&lt;/p>&lt;script>alert(1)&lt;/script> &amp; so on</p>',
  );
});

it('escapes addresses', () => {
  expect(toHtml([h('a', { href: '/?a=1&b="2"' }, 'a')], same)).toBe(
    '<a href="/?a=1&amp;b=&quot;2&quot;">a</a>',
  );
});

it('writes nothing for nothing', () => {
  expect(toHtml([], same)).toBe('');
});
