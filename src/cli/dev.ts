import { readArguments } from './arguments.ts';
import { loadAstro } from './astro.ts';
import { fail } from './fail.ts';
import { servedAt, serving, servingUsage, whyNotServed } from './serving.ts';
import { projectFolder } from '../files/project.ts';

const usage = `npm run dev [-- --port NUMBER] [--host ADDRESS]

Shows the site while you write, including drafts and embargoed stories: anyone who can open it can read
them.

${servingUsage}`;

// npm run dev: see the usage above.
const { values } = readArguments({ options: serving }, usage);
const where = servedAt(values);
const { dev } = await loadAstro();
await dev({ root: projectFolder(), ...where }).catch((error: unknown) => fail(whyNotServed(error)));
