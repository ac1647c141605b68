import './compiled.ts';
import type { serveRecordings as Serve } from '../recordings.ts';
import { fail } from './fail.ts';

const { serveRecordings } = await import('../recordings.ts');
const { shelf } = await import('../shelf.ts');
const { astro } = await import('./site.ts');

// npm run dev: shows the site while an editor writes, drafts and embargoed stories included.
process.env.NEWSROOM_PREVIEW = 'on';
const newsroom = {
  name: 'newsroom',
  hooks: {
    'astro:server:setup': ({ server }: { server: Server }) => {
      server.middlewares.use(serveRecordings);
      const { client, ...others } = server.environments;
      shelf.newsroom!.tell = () => {
        // Astro’s own word for it, at which it forgets which addresses there are.
        for (const { hot } of Object.values(others)) hot.send('astro:content-changed', {});
        client.hot.send({ type: 'full-reload', path: '*' });
      };
    },
  },
};
await astro.dev({ integrations: [newsroom] }).catch(fail);

/** What of Vite’s server is needed. */
interface Server {
  middlewares: { use(handler: typeof Serve): unknown };
  environments: Record<string, Environment> & { client: Environment };
}
interface Environment {
  hot: { send(event: string | { type: 'full-reload'; path: string }, data?: object): void };
}
