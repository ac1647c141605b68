import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { toolFile } from '../tools/tools.ts';

const ARGS = [
  '--no-sandbox', // the sandbox doesn't start as root or in most containers
  '--disable-gpu',
  // The rest keeps the browser off the network, other than for the pages under test.
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

// The shipped fonts.conf points to a folder that is not there; without a font there, text silently vanishes.
// The path is relative to that file, as its folder is renamed after unpacking.
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Starts a headless Chrome: the one CHROME_PATH names or, without it, the one from npm, which
 * runs on Linux only. The caller closes it.
 * @param more arguments of its command line
 */
export async function launchBrowser(...more: string[]): Promise<Browser> {
  const chromePath = process.env.CHROME_PATH;
  const args = [...ARGS, ...more];
  try {
    if (chromePath) return await chromium.launch({ executablePath: chromePath, args });
    const folder = await unpackedChromium();
    const env = {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf'),
      XDG_CACHE_HOME: join(folder, 'cache'), // else what fontconfig caches ends up elsewhere
    };
    return await chromium.launch({ executablePath: join(folder, 'chromium'), args, env });
  } catch (cause) {
    const problem = chromePath
      ? `The browser that CHROME_PATH names, ${chromePath}, can't be started. Set CHROME_PATH to the executable file of a Chrome or Chromium.`
      : `The Chromium from npm can't be started on this machine (${process.platform} ${process.arch}; it is built for Linux). Set CHROME_PATH to the executable file of an installed Chrome or Chromium.`;
    throw new Error(problem, { cause });
  }
}

/** Returns the folder with the npm package's browser, unpacking it the first time. */
async function unpackedChromium(): Promise<string> {
  // The package's `exports` hides everything but its main file, so paths start from there.
  const main = toolFile('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(new URL('../package.json', main), 'utf8')) as {
    version: string;
  };
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  // Unpacked beside the final folder and then renamed, so that the folder is there only if whole.
  const temporary = `${folder}.${randomUUID()}`;
  const unbrotli = (name: string, to: NodeJS.WritableStream) =>
    pipeline(createReadStream(new URL(`../bin/${name}.br`, main)), createBrotliDecompress(), to);
  const untar = async (name: string) => {
    const [archive, to] = [join(temporary, `${name}.tar`), join(temporary, name)];
    await Promise.all([mkdir(to), unbrotli(`${name}.tar`, createWriteStream(archive))]);
    // As root, tar would else hand the files to the packager’s user.
    await promisify(execFile)('tar', ['-xf', archive, '-C', to, '--no-same-owner']);
    await rm(archive);
  };
  try {
    await mkdir(temporary, { recursive: true });
    await Promise.all([
      unbrotli('chromium', createWriteStream(join(temporary, 'chromium'), { mode: 0o755 })),
      untar('al2023'),
      untar('fonts'),
    ]);
    await writeFile(join(temporary, 'fonts', 'fonts.conf'), FONTS_CONF);
    await rename(temporary, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error; // else another process was first: theirs is as good
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return folder;
}
