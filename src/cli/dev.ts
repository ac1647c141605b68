import type { IncomingMessage, ServerResponse } from 'node:http';
import { sayProblem, type Problem } from '../desk/problem.ts';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { servedAt, serving, servingUsage, whyNotServed } from './serving.ts';

const usage = `npm run dev [-- --port NUMBER] [--host ADDRESS]

Shows the site while you write, drafts and embargoed stories included: whoever reaches it reads them.

${servingUsage}`;

// npm run dev: see the usage above.
const { values } = readArguments({ options: serving }, usage);
const where = servedAt(values);
const { serveRecordings } = await import('../site/recordings.ts');
const { leadOn } = await import('./lead-on.ts');
const { buildContext } = await import('../site/build-context.ts');
const { astro } = await import('./site.ts');

process.env.NEWSROOM_PREVIEW = 'on';
let vite: Server | undefined;
const newsroom = {
  name: 'newsroom',
  hooks: {
    'astro:server:setup': ({ server }: { server: Server }) => {
      server.middlewares.use(serveRecordings);
      vite = server;
      const { client, ...others } = server.environments;
      buildContext.newsroom!.tell = () => {
        // Astro’s own word for it, at which it forgets which addresses there are.
        for (const { hot } of Object.values(others)) hot.send('astro:content-changed', {});
        client.hot.send({ type: 'full-reload', path: '*' });
      };
    },
    // Before all that Astro has put first by now, which answers at once where a slash is missing.
    'astro:server:start': () => void vite!.middlewares.stack.unshift({ route: '', handle: leadOn }),
  },
};
let told = '';

/** Says what would stop a build, when that has changed; what is missing in drafts stands on their pages. */
function report(problems: Problem[]): void {
  const errors = problems.filter(({ isInDraft }) => !isInDraft);
  const text = errors.map(sayProblem).join('\n');
  if (text !== told) console.error(text === '' ? 'No problem is left.' : `\n${text}\n`);
  told = text;
}

buildContext.newsroom!.report = report;
await astro
  .dev({ integrations: [newsroom], ...where })
  .catch((error: unknown) => fail(whyNotServed(error)));

/** What of Vite’s server is needed. */
interface Server {
  middlewares: {
    use(handler: Handler): unknown;
    stack: { unshift(first: { route: string; handle: Handler }): unknown };
  };
  environments: Record<string, Environment> & { client: Environment };
}
type Handler = (asked: IncomingMessage, answer: ServerResponse, next: () => void) => void;
interface Environment {
  hot: { send(event: string | { type: 'full-reload'; path: string }, data?: object): void };
}
