import { readNews } from '../newsroom.ts';
import { fail } from './fail.ts';

// npm run --silent next-release: when the site should be built again, in UTC (ISO 8601), for a
// scheduler; nothing when no story waits.
const { edition } = await readNews().catch(fail);
if (edition.next) console.log(new Date(edition.next.at).toISOString());
