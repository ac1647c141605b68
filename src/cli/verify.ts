import { contentFolder, readPublication } from '../desk/desk.ts';
import { visible, visibleJson } from '../desk/visible.ts';
import { hosts, type Host } from '../desk/schema/publication.ts';
import { isExcused } from '../hosting/hosts.ts';
import { verify } from '../hosting/verify/verify.ts';
import { misused, readArguments } from './arguments.ts';
import { asText } from './differences.ts';
import { fail } from './fail.ts';
import { makeProgress } from '../build/progress.ts';
import { inProject } from '../files/project.ts';

const usage = `npm run verify -- ADDRESS [FOLDER] [--host NAME] [--json]

Requests every file of the built site in FOLDER (dist if none is given) from a live site and compares
bytes, types and headers: uncompressed, compressed and on revalidation (304). Also checks redirects,
stories that were taken down (410), missing pages (404), and that no folder is listed and no file for
the host itself is served.

ADDRESS is the address of the front page. Its host may differ from the one in publication.yaml, such
as http://127.0.0.1:8080/news/; its path may not.

  --host NAME  the host, if it is not that of publication.yaml; its known limits are no problem.
               One of ${hosts.join(', ')}
  --json       prints an array of { address, what, problem } and nothing else
  --help       prints this

Exits with 0 when the live site matches the build, with 1 when something differs, with 2 when an
argument is wrong or the host does not answer.`;

// npm run verify: see the usage above.
const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: { host: { type: 'string' }, json: { type: 'boolean' } },
  },
  usage,
);
const [address, folder = inProject('dist'), ...more] = positionals;
if (!address || more.length > 0) misused('Give one address, and a folder if it is not dist.');
if (!/^https?:\/\//.test(address) || !URL.canParse(address))
  misused(`“${address}” is not a site’s address, such as https://anh.example/.`);
const live = new URL(address.replace(/\/?$/, '/'));
const progress = makeProgress();
try {
  const host = await theHost();
  const { differences, addresses, url } = await verify(live, folder, (done, total) =>
    progress.tell('Asking for addresses', done, total),
  );
  progress.clear();
  const problems = differences.filter(({ what }) => !isExcused(host, what));
  if (values.json) console.log(visibleJson(problems));
  else {
    if (url !== live.href) console.log(`The site was built for ${visible(url)}.`);
    const excused = differences.length - problems.length;
    if (excused > 0) console.log(`${count(excused, 'difference')}: known limits of ${host}.`);
    if (problems.length > 0)
      console.error(`${asText(problems)}\n\n${count(problems.length, 'difference')}.`);
    else
      console.log(`${live.href} matches the build: ${count(addresses, 'address', 'addresses')}.`);
  }
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  progress.clear();
  fail(error, 2);
}

async function theHost(): Promise<Host | undefined> {
  const { host } = values;
  if (host === undefined) return (await readPublication(contentFolder())).host;
  return hosts.find((one) => one === host) ?? misused(`“${host}” is none of ${hosts.join(', ')}.`);
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
