import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

// Before each file of unit tests. They share their modules, which saves loading them a hundred times, but neither
// a cache nor what one sets in its environment, nor a fetch of its own; whatever they write goes with the file.

// Property tests without a seed of their own are found again by the one that they print when they fail.
if (process.env['SEED']) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['SEED']) });
}

const before = { ...process.env };
const { fetch } = globalThis;
const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
process.env.TMPDIR = folder;
process.env.CACHE = join(folder, 'cache');

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  globalThis.fetch = fetch;
  rmSync(folder, { recursive: true, force: true });
});
