import './compiled.ts';
import type { serveRecordings as Serve } from '../recordings.ts';
import { fail } from './fail.ts';

const { serveRecordings } = await import('../recordings.ts');
const { astro } = await import('./site.ts');

// npm run dev: shows the site while an editor writes, drafts and embargoed stories included.
process.env.NEWSROOM_PREVIEW = 'on';
const recordings = {
  name: 'recordings',
  hooks: {
    'astro:server:setup': ({ server }: { server: Server }) => {
      server.middlewares.use(serveRecordings);
    },
  },
};
await astro.dev({ integrations: [recordings] }).catch(fail);

/** What of Vite’s server is needed. */
interface Server {
  middlewares: { use(handler: typeof Serve): unknown };
}
