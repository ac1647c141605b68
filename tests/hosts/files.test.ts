import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pageOf, pathOf } from '../../src/hosting/built-site.ts';
import { headersFor, typeFor } from '../../src/hosting/policy.ts';
import { ask, values, type Answer } from './ask.ts';
import { problemsOf } from './head.ts';
import { onEachServer } from './running.ts';

/** Types as IANA has them; feeds are known by their names. */
const types: [RegExp, string][] = [
  [/(?:^|\/)feed\.xml$/, 'application/rss+xml; charset=utf-8'],
  [/(?:^|\/)atom\.xml$/, 'application/atom+xml; charset=utf-8'],
  [/(?:^|\/)feed\.json$/, 'application/feed+json; charset=utf-8'],
  [/\.html$/, 'text/html; charset=utf-8'],
  [/\.md$/, 'text/markdown; charset=utf-8'],
  [/\.txt$/, 'text/plain; charset=utf-8'],
  [/\.js$/, 'text/javascript; charset=utf-8'],
  [/\.vtt$/, 'text/vtt; charset=utf-8'],
  [/\.xml$/, 'text/xml; charset=utf-8'],
  [/\.json$/, 'application/json'],
  [/\.webmanifest$/, 'application/manifest+json'],
  [/\.svg$/, 'image/svg+xml'],
  [/\.png$/, 'image/png'],
  [/\.jpg$/, 'image/jpeg'],
  [/\.webp$/, 'image/webp'],
  [/\.avif$/, 'image/avif'],
  [/\.woff2$/, 'font/woff2'],
  [/\.mp3$/, 'audio/mpeg'],
  [/\.mp4$/, 'video/mp4'],
  [/\.(?:pagefind|pf_\w+)$/, 'application/octet-stream'],
];

const isHashed = /^(?:_astro|cards|maps|media)\/|\.pf_\w+$/;
const isShownElsewhere = /\.(?:avif|jpg|png|svg|webp|mp3|mp4)$|^media\//;
const isReadElsewhere = /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$|^wire\.json$/;

const unpack = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync };

onEachServer(({ server, site, folder, policy, noBrotli, port }) => {
  const { files } = policy;
  const told = new Set([...policy.gone, ...policy.moved.map(({ from }) => pageOf(from))]);
  const found = files.filter((file) => !told.has(site.base + pathOf(file)));
  const precompressed = found.filter((file) => existsSync(join(folder, `${file}.br`)));
  const address = (file: string) => encodeURI(site.base + pathOf(file));

  /** Asks for files, and says of each what is wrong with its answer. */
  async function problems(
    files: string[],
    headers: (at: number) => Record<string, string>,
    wrong: (file: string, answer: Answer, at: number) => string[],
  ): Promise<string[]> {
    const all = files.map(async (file, at) => {
      const answer = await ask(port(), address(file), headers(at));
      return wrong(file, answer, at).map((problem) => `${file}: ${problem}`);
    });
    return (await Promise.all(all)).flat();
  }

  it('sends every file as it is, with its type and each header once', async () => {
    expect(found.length).toBeGreaterThan(80);
    const all = await problems(
      found,
      () => ({}),
      (file, answer) => {
        const type = types.find(([pattern]) => pattern.test(file))?.[1];
        const one = (name: string) => values(answer, name)[0];
        const policyHere = one('Content-Security-Policy') ?? '';
        return [
          ...problemsOf(answer, headersFor(policy, site.base + pathOf(file))),
          ...Object.entries({
            status: answer.status === 200,
            bytes: answer.body.equals(readFileSync(join(folder, file))),
            type: one('Content-Type') === type && type === typeFor(policy, site.base + file),
            plain: one('Content-Encoding') === undefined,
            validators: /GMT$/.test(one('Last-Modified') ?? '') && /^"/.test(one('ETag') ?? ''),
            vary: one('Vary') === (precompressed.includes(file) ? 'Accept-Encoding' : undefined),
            caching: one('Cache-Control')!.includes('immutable') === isHashed.test(file),
            sharing:
              one('Cross-Origin-Resource-Policy') ===
              (isShownElsewhere.test(file) || isReadElsewhere.test(file)
                ? 'cross-origin'
                : 'same-origin'),
            reading:
              one('Access-Control-Allow-Origin') === (isReadElsewhere.test(file) ? '*' : undefined),
            styling:
              policyHere.includes("style-src 'unsafe-inline'") ===
              /\.(?:avif|jpg|png|webp|xml)$/.test(file),
            wasm: policyHere.includes("'wasm-unsafe-eval'") === (file === 'search/index.html'),
            ranges: one('Accept-Ranges') === 'bytes',
          })
            .filter(([, right]) => !right)
            .map(([name]) => name),
        ];
      },
    );
    expect(all).toEqual([]);
  });

  it('sends every precompressed text as it was packed', async () => {
    expect(precompressed.length).toBeGreaterThan(15);
    // nginx has no module for Zstandard in Debian, and for brotli not everywhere.
    const codings = (['br', 'gzip', 'zstd'] as const).filter((coding) =>
      coding === 'br' ? !noBrotli : coding !== 'zstd' || server !== 'nginx',
    );
    const codingFor = (at: number) => codings[at % codings.length]!;
    const all = await problems(
      precompressed,
      (at) => ({ 'Accept-Encoding': codingFor(at) }),
      (file, answer, at) => {
        const coding = codingFor(at);
        if (values(answer, 'Content-Encoding')[0] !== coding) return [`not in ${coding}`];
        return [
          ...problemsOf(answer, {
            ...headersFor(policy, site.base + pathOf(file)),
            'content-type': typeFor(policy, site.base + file),
            vary: 'Accept-Encoding',
          }),
          ...(unpack[coding](answer.body).equals(readFileSync(join(folder, file)))
            ? []
            : [`other bytes in ${coding}`]),
        ];
      },
    );
    expect(all).toEqual([]);
  });
});
