import { contentFolder, siteAddress } from '../desk/desk.ts';
import { buildContext } from '../site/build-context.ts';
import { readArguments } from './arguments.ts';
import { loadAstro } from './astro.ts';
import { fail, orFail } from './fail.ts';
import { outputFolder } from '../build/output-folder.ts';
import { openAt, servedAt, serving, servingUsage, whyNotServed } from './serving.ts';
import { inProject, projectFolder } from '../files/project.ts';

const usage = `npm start [-- --port NUMBER] [--host ADDRESS]

Builds the site into dist/ and serves it on this machine. It writes nothing into addresses.lock: stories
that readers cannot see yet may still move.

${servingUsage}`;

// npm start: see the usage above.
const { values } = readArguments({ options: serving }, usage);
const where = servedAt(values);
const output = orFail(() => outputFolder(inProject('dist'), 'dist'));
const { build, preview } = await loadAstro();
buildContext.asked = { folder: 'dist', isBrief: true };
const quiet = { root: projectFolder(), outDir: output.folder, logLevel: 'warn' } as const;
await build(quiet).catch(fail);
const server = await preview({ ...quiet, ...where }).catch((error: unknown) =>
  fail(whyNotServed(error)),
);
const { pathname } = new URL(siteAddress(contentFolder()));
console.log(`The site is at ${openAt(values.host, server.port, pathname)}\nCtrl+C ends it.`);
