import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hostKinds } from '../../src/outputs/hosts/hosts.ts';
import { archive, root } from '../sites.ts';
import { smallPolicy } from '../unit/hosts/small-policy.ts';
import { ask, values } from './ask.ts';
import { laidFolder, servers, type Server } from './laid.ts';
import { kinds } from './running.ts';
import { missing, startNginx } from './servers.ts';

it.skipIf(missing('nginx'))(`nginx needs no module for brotli ${missing('nginx')}`, async () => {
  const nginx = await startNginx(laidFolder('nginx', archive), { withBrotli: false });
  onTestFinished(() => nginx.close());
  for (const [asked, coding] of [
    ['br, gzip', ['gzip']],
    ['br', []],
  ] as const) {
    const answer = await ask(nginx.port, '/news/about/', { 'Accept-Encoding': asked });
    expect(values(answer, 'Content-Encoding')).toEqual(coding);
    expect(values(answer, 'Vary')).toEqual(['Accept-Encoding']);
  }
});

/** A site that is deep below a host with a long name. */
const url =
  'https://the-lowport-and-quayside-gazette.example/archive/of-the-northern-edition/since-1998/';
const base = new URL(url).pathname;

/** Longer than a story’s address is. */
const pathOf = (at: number) => `${base}2026/11/23/${'a-long-headline-'.repeat(8)}${at}/`;

const below = (paths: string) => paths.replace('/', base);

/** Writes a site in which stories have moved, and some were taken down. */
function laySmallSite(server: Server, count: number): string {
  const folder = resolve(root, 'hosts', server, 'moved');
  const paths = Array.from({ length: count }, (_, at) => pathOf(at));
  const policy = {
    ...smallPolicy,
    url,
    base,
    rules: smallPolicy.rules.map((rule) => ({ ...rule, paths: below(rule.paths) })),
    types: smallPolicy.types.map((type) => ({ ...type, paths: below(type.paths) })),
    moved: paths.slice(1).map((from) => ({ from, to: below('/a/') })),
    gone: paths.slice(0, 1),
  };
  const pages = ['', 'a/', ...paths.map((path) => path.slice(base.length))].map(
    (path) => `${path}index.html`,
  );
  const files = Object.entries({
    ...Object.fromEntries([...pages, '404.html'].map((page) => [page, `This is ${page}.`])),
    ...hostKinds[server]!.files(policy),
    '.host/root.conf': hostKinds[server]!.root?.(folder) ?? '',
  });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

for (const server of servers) {
  const { program, start } = kinds[server];
  it.skipIf(missing(program))(
    `${server} leads on from thousands of addresses, as long as any ${missing(program)}`,
    async () => {
      const count = 3000;
      const running = await start(laySmallSite(server, count), base);
      onTestFinished(() => running.close());
      for (const at of [1, 2, count / 2, count - 1]) {
        const answer = await ask(running.port, pathOf(at));
        expect([answer.status, values(answer, 'Location')]).toEqual([301, [below('/a/')]]);
      }
      const gone = await ask(running.port, pathOf(0));
      expect(gone.status).toBe(410);
      expect(gone.body.toString()).toBe(`This is ${pathOf(0).slice(base.length)}index.html.`);
      expect((await ask(running.port, pathOf(count))).status).toBe(404);
      expect((await ask(running.port, below('/a/'))).status).toBe(200);
    },
  );
}
