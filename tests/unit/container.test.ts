import { expect, it } from 'vitest';
import { containerFiles } from '../../src/hosting/container.ts';
import { noAdditions } from '../../src/hosting/csp.ts';
import { hostPolicy } from '../../src/hosting/policy.ts';

const hashes = { styles: [], scripts: [], maps: [] };
const site = {
  files: ['index.html'],
  unserved: [],
  hashes,
  moved: [],
  byQuery: [],
  patterns: [],
  removed: [],
  gone: [],
  found: new Map(),
  assets: new Map(),
  hasScriptFile: false,
  csp: noAdditions,
};
const files = containerFiles(hostPolicy({ url: 'https://anh.example/news/', ...site }));
const dockerfile = files['.host/Dockerfile']!;
const lines = dockerfile.split('\n').filter((line) => line && !line.startsWith('#'));
const all = (instruction: string) =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));

it('begins with one image that cannot change', () => {
  expect(all('FROM')).toHaveLength(1);
  expect(all('FROM')[0]).toMatch(/^caddy:\d+\.\d+\.\d+-alpine@sha256:[0-9a-f]{64}$/);
});

it('fetches nothing', () => {
  expect(all('ADD')).toEqual([]);
  expect(all('RUN')).toEqual(['setcap -r /usr/bin/caddy']);
  expect(all('COPY')).toEqual(['. /srv']);
});

it('runs as nobody in particular, who owns nothing', () => {
  expect(all('USER')).toEqual([expect.stringMatching(/^[1-9]\d{3,}:[1-9]\d{3,}$/)]);
  expect(lines.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(
    lines.findIndex((line) => line.startsWith('COPY')),
  );
  expect(dockerfile).not.toContain('chown');
});

it('listens where everybody may, and is asked there whether it is well', () => {
  const [port] = all('EXPOSE');
  expect(Number(port)).toBeGreaterThan(1023);
  expect(files['.host/container.caddyfile']).toContain(`http://:${port} {`);
  expect(JSON.parse(all('HEALTHCHECK')[0]!.replace(/^.* CMD /, ''))).toEqual(
    expect.arrayContaining(['wget', `http://127.0.0.1:${port}/news/`]),
  );
});

it('starts no shell around Caddy, which then is told when to stop', () => {
  expect(JSON.parse(all('CMD')[0]!)).toEqual(
    'caddy run --adapter caddyfile --config /srv/.host/container.caddyfile'.split(' '),
  );
  expect(all('STOPSIGNAL')).toEqual(['SIGTERM']);
});
