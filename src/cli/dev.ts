import { fail } from './fail.ts';
import { astro } from './site.ts';

// npm run dev: shows the site while an editor writes, drafts and embargoed stories included.
process.env.NEWSROOM_PREVIEW = 'on';
await astro.dev({}).catch(fail);
