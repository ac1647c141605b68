import './compiled.ts';
import { fail } from './fail.ts';

const { astro, buildSite } = await import('./site.ts');

// npm start: builds the site and serves the built files on this machine.
await buildSite('dist').catch(fail);
const server = await astro.preview({ outDir: 'dist', logLevel: 'warn' }).catch(fail);
const { base } = await import('../../astro.config.mjs').then(({ default: config }) => config);
console.log(`The site is at http://localhost:${server.port}${base}\nCtrl+C ends it.`);
