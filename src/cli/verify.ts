import { contentFolder, readPublication } from '../desk/desk.ts';
import { visible, visibleJson } from '../desk/visible.ts';
import { hosts, type Host } from '../desk/schema/publication.ts';
import { isExcused } from '../hosting/hosts.ts';
import { verify } from '../hosting/verify/verify.ts';
import { misused, readArguments } from './arguments.ts';
import { asText } from './differences.ts';
import { fail } from './fail.ts';
import { makeProgress } from './progress.ts';

const usage = `npm run verify -- ADDRESS [FOLDER] [--host NAME] [--json]

Asks a live site for every file of the built one in FOLDER, dist if none is named, and compares
bytes, types and headers, as they come plain, precompressed and to who has them already (304). Looks
whether pages that have moved lead on, whether stories that were taken down say so (410), what is
answered where nothing is (404), and that no folder is listed and nothing served that is for the
host alone.

ADDRESS is that of the front page. It may be on another host than the site says, such as
http://127.0.0.1:8080/news/, but not below another path.

  --host NAME  the host, if it is not that of publication.yaml; what it can’t do is no problem.
               One of ${hosts.join(', ')}
  --json       prints an array of { address, what, problem } and nothing else
  --help       prints this

Ends with 0 when all is as it was built, with 1 when something differs, with 2 when an argument is
wrong or the host does not answer.`;

// npm run verify: see the usage above.
const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: { host: { type: 'string' }, json: { type: 'boolean' } },
  },
  usage,
);
const [address, folder = 'dist', ...more] = positionals;
if (!address || more.length > 0) misused('Name one address, and a folder if it is not dist.');
if (!/^https?:\/\//.test(address) || !URL.canParse(address))
  misused(`“${address}” is no address of a site, such as https://anh.example/.`);
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
    if (url !== live.href) console.log(`The site says of itself that it is at ${visible(url)}.`);
    const excused = differences.length - problems.length;
    if (excused > 0) console.log(`${count(excused, 'difference')}: ${host} can do no better.`);
    if (problems.length > 0)
      console.error(`${asText(problems)}\n\n${count(problems.length, 'difference')}.`);
    else
      console.log(`${live.href} is as it was built: ${count(addresses, 'address', 'addresses')}.`);
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
