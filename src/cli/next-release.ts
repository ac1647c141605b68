import { readNews } from '../site/news.ts';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';

const usage = `npm run --silent next-release

Prints when to build the site again, in UTC (ISO 8601), for a scheduler; prints nothing when no story
is waiting. Counts from now, or from NEWSROOM_CLOCK.

  --help   prints this

Exits with 0, or with 1 when the content has problems.`;

// npm run next-release: see the usage above.
readArguments({ options: {} }, usage);
const { edition } = await readNews().catch(fail);
if (edition.next) console.log(new Date(edition.next.at).toISOString());
