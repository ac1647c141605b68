import { existsSync } from 'node:fs';
import { contentFolder, readPublication } from '../desk/desk.ts';
import { visible } from '../desk/visible.ts';
import { addressesFor } from '../edition/addresses.ts';
import { feedsIn, publish } from '../hosting/websub.ts';
import { misused, readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { keepPinged, readPinged } from './pinged.ts';
import { makeProgress } from '../build/progress.ts';
import { inProject, nameOf } from '../files/project.ts';

const usage = `npm run ping [-- FOLDER]

Notifies the WebSub hub of publication.yaml of feeds that have changed since the last call, so that
subscribers get new stories at once. Run it after each deploy, when the feeds are online: the hub
fetches them right away. FOLDER is the built site, dist if none is given.

What was sent is kept in the cache folder (pinged.json). Without that file, as on the first call, all
feeds are sent; the hub ignores those that it already has. A hub that does not answer is tried four
times.

  --help   prints this

Exits with 0 when the hub accepted everything, when nothing has changed or when no hub is set, with 1
when the hub did not accept all or publication.yaml has problems, with 2 when an argument is wrong.`;

// npm run ping: see the usage above.
const { positionals } = readArguments({ options: {}, allowPositionals: true }, usage);
const [folder = inProject('dist'), ...more] = positionals;
if (more.length > 0) misused('Give one folder.');
const { hub, url } = await readPublication(contentFolder()).catch(fail);
if (hub === undefined)
  console.log('No WebSub hub is set. To set one, write `hub:` in publication.yaml.');
else await tellAll(hub).catch((error: unknown) => fail(error, 2));

async function tellAll(hub: string): Promise<void> {
  const feeds = existsSync(folder) ? feedsIn(folder) : [];
  if (feeds.length === 0) misused(`${nameOf(folder)} has no feed: build the site first.`);
  const addresses = addressesFor(url);
  const all = feeds.map(({ path, digest }) => ({
    address: addresses.absolute(addresses.path(path)),
    digest,
  }));
  const before = readPinged(hub);
  const changed = all.filter(({ address, digest }) => before.get(address) !== digest);
  const progress = makeProgress();
  const told = new Map<string, string>();
  for (const [at, { address, digest }] of changed.entries()) {
    progress.tell('Notifying the hub', at, changed.length);
    const answer = await publish(hub, address);
    progress.clear();
    if (answer.how === 'told') {
      told.set(address, digest);
      console.log(`sent     ${address}`);
      continue;
    }
    console.error(`failed   ${address}: ${visible(answer.why)}`);
    // Who cannot be had for one feed cannot be had for the others.
    if (answer.how === 'unreachable') break;
  }
  // A feed that is gone is forgotten; one that was not told keeps what was told of it before.
  const known = all.flatMap(({ address }) => {
    const digest = told.get(address) ?? before.get(address);
    return digest === undefined ? [] : [[address, digest] as const];
  });
  if (told.size > 0) keepPinged(hub, new Map(known));
  const left = changed.length - told.size;
  const unchanged = all.length - changed.length;
  console.log(`${hub}: ${told.size} sent, ${left} failed, ${unchanged} unchanged.`);
  if (left > 0) {
    console.error('Run npm run ping again; it sends what is left.');
    process.exitCode = 1;
  }
}
