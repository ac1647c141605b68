import { existsSync } from 'node:fs';
import linkAll, { deployedFolder } from './hosts/deployed.ts';
import { load, missingForLoad } from './hosts/loading.ts';
import buildAll, { archive } from './sites.ts';

// node tests/load.ts [SECONDS]: asks nginx for a story and a feed as fast as it answers, while two builds take
// turns under it by npm run deploy, and tells what failed. Takes half a minute if no time is named.

const lacking = missingForLoad();
if (lacking) throw new Error(lacking);
if (!existsSync(deployedFolder('nginx', archive))) {
  await buildAll();
  await linkAll();
}
console.log(await load(Number(process.argv[2] ?? 30), 1000));
