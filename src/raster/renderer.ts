import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { faces } from './faces.ts';
import { inProject } from '../files/project.ts';

let made: Promise<Renderer> | undefined;

/** The renderer of cards and maps with its typefaces; created on the first call. */
export function renderer(): Promise<Renderer> {
  return (made ??= makeRenderer());
}

async function makeRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const { family, data, codePoints } of faces())
    await renderer.registerFont({
      name: family,
      data,
      unicodeRange: codePoints.map((point) => [point, point]),
    });
  return renderer;
}

let digest: string | undefined;

/**
 * A digest of everything that affects the renderer’s output: the typefaces, their use and the renderer’s
 * version.
 */
export function rendererDigest(): string {
  return (digest ??= faces()
    .reduce(
      (hash, { data, codePoints }) => hash.update(data).update(codePoints.join()),
      createHash('sha256').update(
        readFileSync(inProject('node_modules/@takumi-rs/core/package.json')),
      ),
    )
    .digest('hex'));
}
