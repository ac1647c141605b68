import { readArguments } from './arguments.ts';
import { fail, orFail } from './fail.ts';
import { outputFolder } from './output-folder.ts';
import { openAt, servedAt, serving, servingUsage, whyNotServed } from './serving.ts';

const usage = `npm start [-- --port NUMBER] [--host ADDRESS]

Builds the site into dist/ and serves the built files on this machine. No address is written into
addresses.lock: what readers can’t see yet may still move.

${servingUsage}`;

// npm start: see the usage above.
const { values } = readArguments({ options: serving }, usage);
const where = servedAt(values);
const output = orFail(() => outputFolder('dist'));
const { astro, buildSite } = await import('./site.ts');
await buildSite(output).catch(fail);
const server = await astro
  .preview({ outDir: output.folder, logLevel: 'warn', ...where })
  .catch((error: unknown) => fail(whyNotServed(error)));
const { base } = await import('../../astro.config.mjs').then(({ default: config }) => config);
console.log(`The site is at ${openAt(values.host, server.port, base ?? '/')}\nCtrl+C ends it.`);
