import { fail } from './fail.ts';
import { buildSite } from './site.ts';

// npm run build [-- FOLDER]: builds the site into dist/, or the folder named.
const out = process.argv[2] ?? 'dist';
const { files, bytes } = await buildSite(out).catch(fail);
console.log(`Built ${files} files, ${(bytes / 1024).toFixed(0)} kB, in ${out}/`);
