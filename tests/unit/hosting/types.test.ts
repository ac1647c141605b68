import { expect, it } from 'vitest';
import { typesOf } from '../../../src/hosting/types.ts';

it('tells feeds by their names, all else by its ending, and of texts that they are in UTF-8', () => {
  const files = [
    'a/b.c/x.html',
    'x.svg',
    'feed.xml',
    'no-ending',
    '.well-known/t.txt',
    'y.pf_meta',
  ];
  expect(typesOf(files)).toEqual([
    { paths: '*feed.xml', type: 'application/rss+xml; charset=utf-8' },
    { paths: '*atom.xml', type: 'application/atom+xml; charset=utf-8' },
    { paths: '*feed.json', type: 'application/feed+json; charset=utf-8' },
    { paths: '*.html', type: 'text/html; charset=utf-8' },
    { paths: '*.pf_meta', type: 'application/octet-stream' },
    { paths: '*.svg', type: 'image/svg+xml' },
    { paths: '*.txt', type: 'text/plain; charset=utf-8' },
    { paths: '*.xml', type: 'text/xml; charset=utf-8' },
  ]);
});
