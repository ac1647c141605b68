import './compiled.ts';
import { fail } from './fail.ts';

const { buildSite } = await import('./site.ts');

// npm run build [-- FOLDER]: builds the site into dist/, or the folder named.
const out = process.argv[2] ?? 'dist';
const { edition, recorded, left, reuse } = await buildSite(out).catch(fail);
const number = (value: number) => value.toLocaleString('en');
const { standing, due, reason } = reuse;
console.log(
  `Built ${out}/ in ${process.uptime().toFixed(1)} s: ${number(due.length)} pages and feeds made${reason ? ` (${reason})` : ''}, ${number(standing.size)} as they stood.`,
);
if (recorded > 0) console.log(`addresses.lock has ${recorded} more: keep it with the content.`);
for (const sentence of left) console.log(sentence);
console.log(
  `Next release: ${edition.next ? edition.language.dates.long(edition.next) : 'none is waiting'}`,
);
