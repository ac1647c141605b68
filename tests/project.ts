import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './sites.ts';

/**
 * Copies what builds the site into a folder of the tests, so that code can be changed there and several
 * tests can work at once.
 * @returns where it is
 */
export function copyProject(name: string): string {
  const project = resolve(root, name);
  const code = ['astro.config.mjs', 'package.json', 'package-lock.json', 'public', 'src'];
  for (const file of [...code, 'tsconfig.json'])
    cpSync(file, join(project, file), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  return project;
}
