import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ask, values } from './ask.ts';
import { servers } from './deployed.ts';
import { kinds } from './running.ts';
import { type RunningServer } from './servers.ts';
import { missing } from '../required.ts';
import { deep, shallow } from './placed.ts';
import { makeSmallSite, policyAt } from './small.ts';

const { base } = deep;

/** Old addresses of every kind, most of them with something odd in them. */
const policy = policyAt(deep.url, {
  moved: [
    { from: `${base}old/`, to: `${base}a/` },
    { from: `${base}2019/05/slug.html`, to: `${base}a/` },
    { from: `${base}CAPS.HTM`, to: `${base}a/` },
    { from: `${base}Вести/Überschrift/`, to: `${base}a/` },
    { from: `${base}it's (1) & more; a=b, c+d/`, to: `${base}a/` },
    { from: `${base}2019/kept/`, to: `${base}b/` },
    { from: `${base}elsewhere/`, to: 'https://old.example/caf%C3%A9/?a=1&b=2#top' },
    { from: `${base}file/`, to: `${base}%C3%BCber%20uns.pdf` },
  ],
  byQuery: [
    { from: `${base}`, name: 'p', value: '123', to: `${base}a/` },
    { from: `${base}`, name: 'page_id', value: 'about-us', to: `${base}b/` },
    { from: `${base}index.php`, name: 'id', value: '7', to: `${base}a/` },
    { from: `${base}blog/`, name: 'p', value: '9', to: `${base}c/` },
  ],
  patterns: [
    { from: `${base}archiv/*.html`, to: `${base}b/*/` },
    { from: `${base}2019/*`, to: `${base}a/` },
    { from: `${base}Ärger/*`, to: `${base}*` },
    { from: `${base}shop/old/*`, to: `${base}a/` },
    { from: `${base}shop/*` },
    { from: `${base}to/*`, to: 'https://old.example/x/*' },
  ],
  removed: [`${base}lost/`, `${base}lost.php`],
});

/** What is asked for, and where that leads, or the status. */
const answers: [asked: string, answer: string | number][] = [
  ['old/', `${base}a/`],
  ['old/?a=b', `${base}a/?a=b`],
  ['2019/05/slug.html', `${base}a/`],
  ['2019/05/slug.html?a=b', `${base}a/?a=b`],
  ['CAPS.HTM', `${base}a/`],
  ['%D0%92%D0%B5%D1%81%D1%82%D0%B8/%C3%9Cberschrift/', `${base}a/`],
  ['%d0%92%d0%b5%d1%81%d1%82%d0%b8/%c3%9cberschrift/', `${base}a/`],
  ["it's%20(1)%20&%20more;%20a=b,%20c+d/", `${base}a/`],
  ['elsewhere/', 'https://old.example/caf%C3%A9/?a=1&b=2#top'],
  ['file/', `${base}%C3%BCber%20uns.pdf`],
  // By a parameter, which is not syndicated.
  ['?p=123', `${base}a/`],
  ['?p=123&utm_source=x', `${base}a/`],
  ['?utm_source=x&p=123', `${base}a/`],
  ['?page_id=about-us', `${base}b/`],
  ['index.php?id=7', `${base}a/`],
  ['blog/?p=9', `${base}c/`],
  ['blog?p=9', `${base}c/`],
  ...['?p=124', '?p=', '?p', '?p=1234', '?xp=123', '?p=../p=123', '?p=123%0d%0a', '?q=p=123'].map(
    (query): [string, number] => [query, 200],
  ),
  ['index.php?id=8', 404],
  ['index.php', 404],
  ['a/?p=123', 200],
  // By patterns, the most specific first; single addresses before them.
  ['2019/', `${base}a/`],
  ['2019', `${base}a/`],
  ['2019/06/x/?a=b', `${base}a/?a=b`],
  ['2019/kept/', `${base}b/`],
  ['2019/kept', `${base}b/`],
  ['archiv/x.html', `${base}b/x/`],
  ['archiv/1999/x.html?a=b', `${base}b/1999/x/?a=b`],
  ['archiv/caf%C3%A9%20x.html', `${base}b/caf%C3%A9%20x/`],
  ['archiv/x.php', 404],
  ['%C3%84rger/x', `${base}x`],
  ['%c3%84rger/x', `${base}x`],
  ['to/y/z.php', 'https://old.example/x/y/z.php'],
  ['shop/old/x', `${base}a/`],
  // What is gone for good.
  ...['shop/', 'shop', 'shop/x/y', 'lost/', 'lost', 'lost.php'].map((path): [string, number] => [
    path,
    410,
  ]),
  // As before.
  ['', 200],
  ['a/', 200],
  ['nothing/', 404],
];

for (const server of servers) {
  const { program, start } = kinds[server];
  const why = missing(program);
  describe.skipIf(why)(`${server} and old addresses ${why}`, () => {
    let running: RunningServer;
    beforeAll(async () => {
      running = await start(makeSmallSite(server, 'old', policy), policy.base);
    });
    afterAll(() => running.close());

    it.each(answers)('%s: %s', async (asked, expected) => {
      const answer = await ask(running.port, policy.base + asked);
      // Hexadecimal digits of either case say the same (RFC 3986, section 6.2.2.1).
      const location = values(answer, 'Location').map((to) =>
        to.replace(/%../g, (byte) => byte.toUpperCase()),
      );
      if (typeof expected === 'number') expect([answer.status, location]).toEqual([expected, []]);
      else expect([answer.status, location]).toEqual([301, [expected]]);
      if (expected === 410) expect(answer.body.toString()).toBe('This is 404.html.');
      expect(values(answer, 'X-Content-Type-Options')).toEqual(['nosniff']);
    });

    it('hands on nothing that would be a header or another host', async () => {
      for (const rest of [
        '%0d%0aX-Evil:%201',
        '/evil.example/',
        '%5Cevil.example',
        '%2Fevil.example/',
      ])
        for (const folder of ['to/', 'archiv/', '%C3%84rger/', '2019/']) {
          const answer = await ask(running.port, `${policy.base}${folder}${rest}.html`);
          expect(values(answer, 'X-Evil')).toEqual([]);
          const [to = '/'] = values(answer, 'Location');
          expect([rest, new URL(to, 'https://a.example/').host]).toEqual([
            rest,
            folder === 'to/' && to !== '/' ? 'old.example' : 'a.example',
          ]);
        }
    });
  });

  it.skipIf(why)(`${server} leads from a folder to the root, and nowhere else ${why}`, async () => {
    const atRoot = policyAt(shallow.url, { patterns: [{ from: '/blog/*', to: '/*' }] });
    const running = await start(makeSmallSite(server, 'old-root', atRoot), '/');
    onTestFinished(() => running.close());
    for (const [asked, expected] of [
      ['/blog/a/?b=c', '/a/?b=c'],
      ['/blog', '/'],
      ['/blog/', '/'],
    ] as const)
      expect([asked, values(await ask(running.port, asked), 'Location')[0]]).toEqual([
        asked,
        expected,
      ]);
    for (const asked of [
      '/blog//evil.example/',
      '/blog/\\evil.example/',
      '/blog///evil.example/',
    ]) {
      const [to = '/'] = values(await ask(running.port, asked), 'Location');
      expect([asked, new URL(to, atRoot.url).host]).toEqual([asked, new URL(atRoot.url).host]);
    }
  });
}
