import { check, parseArgsAsCheckConfig } from '@astrojs/check';
import { readNews } from '../newsroom.ts';
import { astro, fail } from './site.ts';

// npm run check: the content and its links, then the types of the code. `astro check` itself would
// end well when its packages are missing; importing them here ends badly.
const edition = await readNews().catch(fail);
console.log(`The content is in order: ${edition.articles.length} published.`);
await astro.sync({ logLevel: 'warn' }).catch(fail);
process.exitCode = (await check(parseArgsAsCheckConfig(process.argv))) ? 1 : 0;
