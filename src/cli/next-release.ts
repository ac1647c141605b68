import { readNews } from '../site/news.ts';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';

const usage = `npm run --silent next-release

Prints when the site should be built again, in UTC (ISO 8601), for a scheduler; nothing when no story
waits. It looks on from now, or from NEWSROOM_CLOCK.

  --help   prints this

Ends with 0, or with 1 when the content has problems.`;

// npm run next-release: see the usage above.
readArguments({ options: {} }, usage);
const { edition } = await readNews().catch(fail);
if (edition.next) console.log(new Date(edition.next.at).toISOString());
