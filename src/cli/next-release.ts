import { readNews } from '../newsroom.ts';
import { fail } from './site.ts';

// npm run --silent next-release: when the site should be built again, in UTC (ISO 8601), for a
// scheduler; nothing when no story waits.
const { next } = await readNews().catch(fail);
if (next) console.log(new Date(next.at).toISOString());
