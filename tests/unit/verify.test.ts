import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/hosting/verify/verify.ts';
import {
  only,
  page,
  sent,
  serveByPolicy,
  set,
  without,
  writeSmallSite,
  type Break,
} from './live-site.ts';

const folder = writeSmallSite();

/** What is found of a host that is as it should be but for one thing, without its own address. */
async function found(spoil: Break, base = '/news/') {
  const live = await serveByPolicy(folder, spoil);
  const { differences } = await verify(live, folder);
  return differences.map(({ address, what, problem }) => [
    address.replace(live.href, base),
    what,
    problem,
  ]);
}

it('finds nothing where all is as it was built', async () => {
  expect(await found(() => {})).toEqual([]);
});

it('takes types that say the same for the same', async () => {
  const same: Record<string, string> = {
    'feed.xml': 'Application/RSS+XML;charset=UTF-8',
    '_astro/script.js': 'application/javascript',
  };
  expect(
    await found((path, reply) => {
      const type = same[path.slice('/news/'.length)];
      if (type) set(reply, 'content-type', type);
    }),
  ).toEqual([]);
});

describe('names one thing that is wrong:', () => {
  it.each<[string, Break, string[][]]>([
    [
      'a byte',
      only('feed.xml', (reply) => (reply.body = Buffer.from('<rsS/>'))),
      [['/news/feed.xml', 'body of file', 'The bytes are not those of the built file.']],
    ],
    [
      'a file from before',
      only('a/', (reply) => (reply.body = Buffer.from('Yesterday'))),
      [['/news/a/', 'body of file', 'The bytes are not those of the built file.']],
    ],
    [
      'a file that is missing',
      only('feed.xml', (reply) => Object.assign(reply, { status: 404, headers: [] })),
      [['/news/feed.xml', 'status of file', 'A file answers 404, not 200.']],
    ],
    [
      'a header that is missing',
      only('a/', (reply) => without(reply, 'referrer-policy')),
      [['/news/a/', 'header referrer-policy of file', 'Referrer-Policy is missing.']],
    ],
    [
      'a header that is missing when nothing has changed',
      only('a/', (reply) => reply.status === 304 && without(reply, 'x-content-type-options')),
      [
        [
          '/news/a/',
          'header x-content-type-options of unchanged',
          'X-Content-Type-Options is missing.',
        ],
      ],
    ],
    [
      'a header that is there twice',
      only('a/', ({ headers }) => headers.push(['Cache-Control', 'no-cache'])),
      [['/news/a/', 'header cache-control of file', 'Cache-Control is sent 2 times.']],
    ],
    [
      'a redirect to two places',
      only('old/', ({ headers }) => headers.push(['Location', '/news/a/'])),
      [['/news/old/', 'header location of moved', 'Location is sent 2 times.']],
    ],
    [
      'a header of another answer',
      only('', ({ headers }) => headers.push(['Access-Control-Allow-Origin', '*'])),
      [
        [
          '/news/',
          'header access-control-allow-origin of file',
          'Access-Control-Allow-Origin is sent where it does not belong.',
        ],
      ],
    ],
    [
      'a part of a long header',
      only('', (reply) =>
        set(
          reply,
          'content-security-policy',
          sent(reply, 'content-security-policy')![1].replace("font-src 'self'", 'font-src *'),
        ),
      ),
      [
        [
          '/news/',
          'header content-security-policy of file',
          "Content-Security-Policy is “…*; media-src 'self'; manifest-src 'self'; connect-src 'self'…”, not “…'self'; media-src 'self'; manifest-src 'self'; connect-src '…”.",
        ],
      ],
    ],
    [
      'a type',
      only('feed.xml', (reply) => set(reply, 'content-type', 'text/xml')),
      [
        [
          '/news/feed.xml',
          'header content-type of file',
          'Content-Type is “text/xml”, not “application/rss+xml; charset=utf-8”.',
        ],
      ],
    ],
    [
      'a feed that other pages may not read',
      only('feed.xml', (reply) => without(reply, 'access-control-allow-origin')),
      [
        [
          '/news/feed.xml',
          'header access-control-allow-origin of file',
          'Access-Control-Allow-Origin is missing.',
        ],
      ],
    ],
    [
      'a file that is always sent again',
      only('feed.xml', (reply) => reply.status === 304 && (reply.status = 200)),
      [
        [
          '/news/feed.xml',
          'status of unchanged',
          'A revalidation (If-None-Match) answers 200, not 304.',
        ],
      ],
    ],
    [
      'a file without anything by which to ask again',
      only('feed.xml', (reply) => without(reply, 'etag')),
      [
        [
          '/news/feed.xml',
          'status of unchanged',
          'A file has neither an ETag nor a Last-Modified.',
        ],
      ],
    ],
    [
      'a packed file that is left lying',
      only('a/', (reply) => {
        if (!sent(reply, 'Content-Encoding')) return;
        for (const name of ['content-encoding', 'vary']) without(reply, name);
        reply.body = Buffer.from(page);
      }),
      [['/news/a/', 'compression br of file', 'The precompressed .br file is not being served.']],
    ],
    [
      'a packed file from before',
      only('a/', (reply) => {
        if (sent(reply, 'Content-Encoding')) set(reply, 'Content-Encoding', 'gzip');
        if (sent(reply, 'Content-Encoding')) reply.body = gzipSync('Yesterday');
      }),
      [
        [
          '/news/a/',
          'body of file',
          'Decompressed from gzip, the bytes are not those of the built file.',
        ],
        [
          '/news/a/',
          'compression of file',
          'The response is encoded as gzip, but the request accepts br.',
        ],
      ],
    ],
    [
      'packed bytes that are none',
      only('a/', (reply) => {
        if (sent(reply, 'Content-Encoding')) reply.body = Buffer.from('This was never packed.');
      }),
      [['/news/a/', 'compression of file', 'The br response cannot be decompressed.']],
    ],
    [
      'a packed file that caches would give to everybody',
      only('a/', (reply) => without(reply, 'vary')),
      [['/news/a/', 'compression of file', 'A compressed response lacks Vary: Accept-Encoding.']],
    ],
    [
      'an ETag of two files',
      only('a/', (reply) => set(reply, 'ETag', '"a/index.html.br"')),
      [
        [
          '/news/a/',
          'compression of file',
          'The compressed and the uncompressed response have the same ETag.',
        ],
      ],
    ],
    [
      'a file packed for who did not ask for it',
      only('a/', (reply, asked) => {
        if (asked['accept-encoding'] === 'identity') reply.headers.push(['Content-Encoding', 'br']);
      }),
      [
        [
          '/news/a/',
          'compression of file',
          'The response is encoded as br, but the request accepts none.',
        ],
      ],
    ],
    [
      'a redirect to elsewhere',
      only('old/', (reply) => set(reply, 'Location', 'https://evil.example/')),
      [
        [
          '/news/old/',
          'location of moved',
          'A redirect leads to https://evil.example/, not to /news/a/.',
        ],
      ],
    ],
    [
      'a redirect that does not hold',
      only('old/', (reply) => (reply.status = 302)),
      [['/news/old/', 'status of moved', 'A page that has moved answers 302, not 301.']],
    ],
    [
      'a header that a redirect lacks',
      only('old/', (reply) => without(reply, 'strict-transport-security')),
      [
        [
          '/news/old/',
          'header strict-transport-security of moved',
          'Strict-Transport-Security is missing.',
        ],
      ],
    ],
    [
      'a page under two addresses',
      only('a', (reply) => {
        reply.status = 200;
        without(reply, 'location');
      }),
      [
        ['/news/a', 'status of folder', 'A page without its trailing slash answers 200, not 301.'],
        ['/news/a', 'location of folder', 'A redirect has no Location.'],
      ],
    ],
    [
      'a story that was taken down and is found',
      only('taken/down/', (reply) => (reply.status = 200)),
      [
        [
          '/news/taken/down/',
          'status of gone',
          'A story that was taken down answers 200, not 410.',
        ],
      ],
    ],
    [
      'the page of a story that was taken down',
      only('taken/down/', (reply) => (reply.body = Buffer.from('The story'))),
      [['/news/taken/down/', 'body of gone', 'The bytes are not those of the built file.']],
    ],
    [
      'anything that is found',
      (_, reply) => reply.status === 404 && (reply.status = 200),
      [
        ...[
          ...['no-such-page/', '_astro/no-such-file.css', 'no-such-page/feed.xml'],
          ...['.well-known/', '_astro/'],
          ...['maps/', 'media/', 'search/en/', 'tags/', 'tags/b/', 'taken/'],
        ].map((path) => [
          `/news/${path}`,
          'status of missing',
          'A missing page answers 200, not 404.',
        ]),
        ...['a/index.html.br', '.host/server.conf'].map((path) => [
          `/news/${path}`,
          'status of unserved',
          'A file for the host only answers 200, not 404.',
        ]),
      ],
    ],
    [
      'a list of what is in a folder',
      only('_astro/', (reply) => {
        reply.status = 200;
        reply.body = Buffer.from('Index of');
      }),
      [
        ['/news/_astro/', 'status of missing', 'A missing page answers 200, not 404.'],
        ['/news/_astro/', 'body of missing', 'The bytes are not those of the built file.'],
      ],
    ],
    [
      'nothing here, for ever',
      only('_astro/no-such-file.css', (reply) => set(reply, 'cache-control', 'immutable')),
      [
        [
          '/news/_astro/no-such-file.css',
          'header cache-control of missing',
          'Cache-Control is “immutable”, not “no-cache”.',
        ],
      ],
    ],
  ])('%s', async (_, spoil, expected) => {
    expect(await found(spoil)).toEqual(expected);
  });
});

it('asks again when the network fails once, and says so when it fails again', async () => {
  let failures = 1;
  const live = await serveByPolicy(folder, (path, reply) => {
    if (path === '/news/feed.xml' && failures-- > 0) reply.status = 0;
  });
  expect((await verify(live, folder)).differences).toEqual([]);
  failures = 2;
  expect((await verify(live, folder)).differences).toEqual([
    {
      address: `${live.href}feed.xml`,
      what: 'answer of file',
      problem: 'The response is incomplete (ECONNRESET).',
    },
  ]);
});

it('gives up on a host that answers nothing at all', async () => {
  let asked = 0;
  const live = await serveByPolicy(folder, (_, reply) => {
    asked += 1;
    reply.status = 0;
  });
  await expect(verify(live, folder)).rejects.toThrow(
    /^http:.* does not answer \(ECONNRESET\)\. Check that the host is running and reachable\.$/,
  );
  // Eight at once, each twice.
  expect(asked).toBeLessThanOrEqual(16);
});

it('gives up on a host that falls silent, before it has asked for all', async () => {
  const asked = new Set<string>();
  const live = await serveByPolicy(folder, (path, reply) => {
    asked.add(path);
    if (!path.startsWith('/news/_astro/')) reply.status = 0;
  });
  await expect(verify(live, folder)).rejects.toThrow(/ does not answer \(ECONNRESET\)/);
  expect(asked.size).toBeLessThan(25);
});
