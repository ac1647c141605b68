import { expect, it, onTestFinished } from 'vitest';
import { ask, values } from './ask.ts';
import { deployedFolder, servers, type Server } from './deployed.ts';
import { kinds } from './running.ts';
import { startNginx } from './servers.ts';
import { missing } from '../required.ts';
import { makeSmallSite, policyAt } from './small.ts';
import { deep } from './placed.ts';

const { base } = deep;

it.skipIf(missing('nginx'))(`nginx needs no module for brotli ${missing('nginx')}`, async () => {
  const nginx = await startNginx(deployedFolder('nginx', deep), { withBrotli: false });
  onTestFinished(() => nginx.close());
  for (const [asked, coding] of [
    ['br, gzip', ['gzip']],
    ['br', []],
  ] as const) {
    const answer = await ask(nginx.port, `${base}about/`, { 'Accept-Encoding': asked });
    expect(values(answer, 'Content-Encoding')).toEqual(coding);
    expect(values(answer, 'Vary')).toEqual(['Accept-Encoding']);
  }
});

/** Longer than a story’s address is. */
const pathOf = (at: number) => `${base}2026/11/23/${'a-long-headline-'.repeat(8)}${at}/`;

/** Writes a site in which stories have moved, and some were taken down. */
function writeMany(server: Server, count: number): string {
  const paths = Array.from({ length: count }, (_, at) => pathOf(at));
  const policy = policyAt(deep.url, {
    moved: paths.slice(1).map((from) => ({ from, to: `${base}a/` })),
    gone: paths.slice(0, 1),
    byQuery: paths.map((_, at) => ({ from: base, name: 'p', value: `${at}`, to: `${base}a/` })),
  });
  return makeSmallSite(server, 'moved', policy);
}

for (const server of servers) {
  const { program, start } = kinds[server];
  it.skipIf(missing(program))(
    `${server} leads on from thousands of addresses, as long as any ${missing(program)}`,
    async () => {
      const count = 3000;
      const running = await start(writeMany(server, count), base);
      onTestFinished(() => running.close());
      const some = [1, 2, count / 2, count - 1];
      for (const address of some.flatMap((at) => [pathOf(at), `${base}?p=${at}`])) {
        const answer = await ask(running.port, address);
        expect([answer.status, values(answer, 'Location')]).toEqual([301, [`${base}a/`]]);
      }
      const gone = await ask(running.port, pathOf(0));
      expect(gone.status).toBe(410);
      expect(gone.body.toString()).toBe(`This is ${pathOf(0).slice(base.length)}index.html.`);
      expect((await ask(running.port, pathOf(count))).status).toBe(404);
      expect((await ask(running.port, `${base}a/`)).status).toBe(200);
    },
  );
}
