import { describe, expect, it } from 'vitest';
import { addressesFor } from '../../src/edition/addresses.ts';

describe.each([
  ['at the root', 'https://anh.example/', '/'],
  ['below a base path', 'https://anh.example/news/', '/news/'],
])('%s', (_, url, home) => {
  const addresses = addressesFor(url);

  it('the front page is home', () => {
    expect(addresses.home).toBe(home);
    expect(addresses.absolute(addresses.home)).toBe(url);
  });

  it('every path stands below home', () => {
    expect(addresses.path('tags/kosovo/')).toBe(`${home}tags/kosovo/`);
  });

  it('the newest page of a list has the list’s address, the others a number', () => {
    const list = addresses.path('military/');
    expect(addresses.listPage(list, undefined)).toBe(`${home}military/`);
    expect(addresses.listPage(list, 1)).toBe(`${home}military/page/1/`);
  });

  it('a link within the site stands below home, as every editor writes it', () => {
    expect(addresses.fromText('/about/')).toBe(`${home}about/`);
    expect(addresses.fromText('/')).toBe(home);
  });

  it.each(['https://apnews.com/', 'mailto:desk@anh.example', 'tel:+355123', '#main'])(
    'a link that leads elsewhere stays as it is: %s',
    (href) => {
      expect(addresses.fromText(href)).toBe(href);
    },
  );

  it('a whole address has home in it once', () => {
    expect(addresses.absolute(addresses.path('about/'))).toBe(`${url}about/`);
    expect(addresses.absolute('https://elsewhere.example/a')).toBe('https://elsewhere.example/a');
  });
});
