import { fail } from './fail.ts';
import { buildSite } from './site.ts';

// npm run build [-- FOLDER]: builds the site into dist/, or the folder named.
const out = process.argv[2] ?? 'dist';
const { edition, files, bytes, recorded, left } = await buildSite(out).catch(fail);
console.log(`Built ${files} files, ${(bytes / 1024).toFixed(0)} kB, in ${out}/`);
if (recorded > 0) console.log(`addresses.lock has ${recorded} more: keep it with the content.`);
for (const sentence of left) console.log(sentence);
console.log(
  `Next release: ${edition.next ? edition.language.dates.long(edition.next) : 'none is waiting'}`,
);
