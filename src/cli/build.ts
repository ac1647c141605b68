import { outputFolder } from '../build/output-folder.ts';
import { buildContext } from '../site/build-context.ts';
import { misused, readArguments } from './arguments.ts';
import { loadAstro } from './astro.ts';
import { fail, orFail } from './fail.ts';
import { inProject, nameOf, projectFolder } from '../files/project.ts';

const usage = `npm run build [-- FOLDER] [--record]

Builds the site into FOLDER, dist if none is given. The folder must be new, empty or made by a build;
it is replaced in one step when the new site is complete, and stays as it is when there is an error.

  --record   writes the addresses of new stories into addresses.lock; from then on they must not
             break. For builds that readers will see; a local build does not need it
  --help     prints this

Exits with 0 when the site is built, with 1 when it is not, with 2 when an argument is wrong.`;

// npm run build: see the usage above.
const { values, positionals } = readArguments(
  { options: { record: { type: 'boolean' } }, allowPositionals: true },
  usage,
);
const [out = inProject('dist'), ...more] = positionals;
if (out === '' || more.length > 0) misused('Give one folder.');
// Looked at first: Astro alone takes a second to load.
const output = orFail(() => outputFolder(out));
buildContext.asked = { folder: nameOf(out), record: values.record ?? false };
const { build } = await loadAstro();
// The integration does the rest, as with `astro build`.
await build({ root: projectFolder(), outDir: output.folder, logLevel: 'warn' }).catch(fail);
