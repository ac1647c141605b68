import type { IncomingMessage, ServerResponse } from 'node:http';
import { sayProblem, type Problem } from '../desk/problem.ts';
import { buildContext } from '../site/build-context.ts';
import { serveRecordings } from '../site/recordings.ts';
import { leadOn } from './lead-on.ts';

/** What of Vite’s server is needed. */
export interface Server {
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

/** Has recordings served, and tells pages and whoever looks at one when the news has changed. */
export function setUpServer(server: Server): void {
  server.middlewares.use(serveRecordings);
  const { client, ...others } = server.environments;
  buildContext.newsroom!.tell = () => {
    // Astro’s own word for it (7.3.5), at which it forgets which addresses there are.
    for (const { hot } of Object.values(others)) hot.send('astro:content-changed', {});
    client.hot.send({ type: 'full-reload', path: '*' });
  };
}

/** Leads on from old addresses: before all that Astro 7.3.5 has put first by the time that its server starts, which answers at once where a slash is missing. */
export const leadOnFirst = (server: Server) =>
  void server.middlewares.stack.unshift({ route: '', handle: leadOn });

let told = '';

/** Says what would stop a build, when that has changed; what is missing in drafts stands on their pages. */
export function report(problems: Problem[]): void {
  const errors = problems.filter(({ isInDraft }) => !isInDraft);
  const text = errors.map(sayProblem).join('\n');
  if (text !== told) console.error(text === '' ? 'No errors left.' : `\n${text}\n`);
  told = text;
}
