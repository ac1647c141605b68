import { visible } from '../desk/visible.ts';
import { misused, readArguments } from './arguments.ts';
import { fail, orFail } from './fail.ts';
import { outputFolder } from './output-folder.ts';
import { asDraftNotes } from './report.ts';

const usage = `npm run build [-- FOLDER] [--record]

Builds the site into FOLDER, dist if none is named. The folder is new, empty or one that a build
made; all of it is replaced when the new site is whole, and left alone when there is a problem.

  --record   writes the addresses of new stories into addresses.lock, from when on they must lead
             somewhere. For builds that readers will see; one that is only looked at needs none
  --help     prints this

Ends with 0 when the site is built, with 1 when it is not, with 2 when an argument is wrong.`;

// npm run build: see the usage above.
const { values, positionals } = readArguments(
  { options: { record: { type: 'boolean' } }, allowPositionals: true },
  usage,
);
const [out = 'dist', ...more] = positionals;
if (out === '' || more.length > 0) misused('Name one folder.');
const record = values.record ?? false;
// Looked at first: Astro alone takes a second to load.
const output = orFail(() => outputFolder(out));
const { buildSite } = await import('./site.ts');
const { edition, warnings, unrecorded, left, plan } = await buildSite(output, { record }).catch(
  fail,
);
const notes = asDraftNotes(warnings);
if (notes) console.error(`${notes}\n`);
const number = (value: number) => value.toLocaleString('en');
const { unchanged, stale, reason } = plan;
console.log(
  `Built ${out.replace(/\/*$/, '/')} in ${process.uptime().toFixed(1)} s: ${number(stale.length)} pages and feeds made${reason ? ` (${reason})` : ''}, ${number(unchanged.size)} as they stood.`,
);
if (unrecorded > 0)
  console.log(
    record
      ? `addresses.lock has ${number(unrecorded)} more: keep it with the content.`
      : `${number(unrecorded)} ${unrecorded === 1 ? 'address is' : 'addresses are'} not in addresses.lock: build with --record before readers see this site, so that no change breaks them later.`,
  );
for (const sentence of left) console.log(visible(sentence));
console.log(
  `Next release: ${edition.next ? edition.language.dates.long(edition.next) : 'none is waiting'}`,
);
