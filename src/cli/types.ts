import { readdirSync, readFileSync } from 'node:fs';
import { inCache } from '../files/cache-folder.ts';
import { digestOf } from '../files/digest.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Progress } from '../build/progress.ts';
import { loadAstro } from './astro.ts';
import { inProject, projectFolder } from '../files/project.ts';

const kept = () => inCache('types');

/**
 * Checks the types of the code and prints what is wrong. Where nothing of the code has changed since
 * they last passed it does nothing, so that an editor who checks a story does not wait for it.
 * @returns whether the types are right
 * @throws {Error} when what checks them is missing
 */
export async function checkTypes(progress: Progress): Promise<boolean> {
  const digest = codeDigest();
  if (digest === lastPassed()) return true;
  progress.announce('Checking the types of the code');
  // `astro check` itself would end well when its packages are missing; importing them fails.
  const { check, parseArgsAsCheckConfig } = await import('@astrojs/check');
  const root = projectFolder();
  const { sync } = await loadAstro();
  await sync({ root, logLevel: 'warn' });
  if (await check(parseArgsAsCheckConfig(['--root', root]))) return false;
  writeWhole(kept(), digest);
  return true;
}

function lastPassed(): string | undefined {
  try {
    return readFileSync(kept(), 'utf8');
  } catch {
    return undefined;
  }
}

/** A digest of everything on which the types depend: code, tests, settings, libraries. */
function codeDigest(): string {
  const settings = readdirSync(projectFolder()).filter((name) =>
    /\.(?:json|[cm]?[jt]s)$/.test(name),
  );
  return digestOf(['src', 'tests', ...settings.sort()].map((name) => inProject(name)));
}
