import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readBuiltSite } from '../../src/hosting/built-site.ts';
import { writeHostFiles } from '../../src/hosting/host-files.ts';
import { headersFor, hostPolicy } from '../../src/hosting/policy.ts';
import { precompress } from '../../src/hosting/precompress.ts';
import { ask, fresh, values, type Answer } from './ask.ts';
import { deploy, newFolder, removeFolders } from './deploying.ts';
import { deployedFolder } from './deployed.ts';
import { startNginx } from './servers.ts';
import { missing, programOf } from '../required.ts';
import { deep } from './placed.ts';

/** What wrk counted. Times are in ms. */
interface Counted {
  requests: number;
  perSecond: number;
  /** How long half of the answers and all but one in a hundred took at most. */
  half: number;
  nearlyAll: number;
  /** Answers that were none of 2xx and 3xx, and requests for which there was no connection or no time. */
  bad: number;
  /** Requests on connections that nginx closed before it answered. */
  hungUp: number;
}

/** What was found under load. */
export interface Load {
  /** How often the site was deployed, and how often readers found another one than before. */
  deploys: number;
  switches: number;
  /**
   * Over connections that are kept, as many as there were. At a reload nginx closes those on which it has
   * read nothing; browsers then ask again (RFC 9112, section 9.3.1), wrk counts it.
   */
  kept: Counted;
  connections: number;
  /** Each over a connection of its own. */
  fresh: Counted;
  /** Whole answers that were compared, and those of them that were asked for again, as browsers do. */
  compared: number;
  repeated: number;
  /** What was wrong with them. */
  problems: string[];
}

/** Why there can be no load on this machine, or an empty text. */
export const missingForLoad = () => missing('nginx', 'rsync', 'wrk');

/** What is asked of a build while it may be live. */
interface Build {
  folder: string;
  story: string;
  picture: string;
  /** The bytes of a file, and the policy of content of an answer. */
  read: (file: string) => Buffer;
  policyOf: (file: string) => string;
}

const { base } = deep;
const pictureIn = /_astro\/[\w.-]+\.webp/;

/** Two builds, packed and laid for nginx, of which one story differs in text, style and picture, and the feed. */
async function makeBuilds(): Promise<Build[]> {
  const first = join(newFolder(), 'site');
  cpSync(deployedFolder('nginx', deep), first, { recursive: true });
  const second = join(newFolder(), 'site');
  cpSync(first, second, { recursive: true });
  const read = (file: string) => readFileSync(join(first, file));
  const file = readBuiltSite(first).files.find(
    (file) => /^\d{4}\/.*index\.html$/.test(file) && pictureIn.test(read(file).toString()),
  )!;
  const page = read(file).toString();
  const picture = pictureIn.exec(page)![0];
  const other = picture.replace('.webp', '2.webp');
  rmSync(join(second, picture));
  const changed = newFolder();
  const write = (name: string, bytes: string | Buffer) => {
    mkdirSync(dirname(join(changed, name)), { recursive: true });
    writeFileSync(join(changed, name), bytes);
  };
  write(
    file,
    page
      .replaceAll(picture, other)
      .replace('<style>', '<style>/*2*/')
      .replace('<h1', '<!-- 2 --><h1'),
  );
  write('feed.xml', read('feed.xml').toString().replace('<title>', '<title>2 '));
  write(other, Buffer.concat([read(picture), Buffer.of(2)]));
  await precompress(changed, newFolder());
  cpSync(changed, second, { recursive: true });
  return Promise.all(
    [first, second].map(async (folder, at) => {
      await writeHostFiles('nginx', folder, folder);
      const policy = hostPolicy(readBuiltSite(folder));
      return {
        folder,
        story: file,
        picture: at === 0 ? picture : other,
        read: (name) => readFileSync(join(folder, name)),
        policyOf: (name) => headersFor(policy, base + name)['content-security-policy']!,
      };
    }),
  );
}

/**
 * Asks nginx for a story and a feed as fast as it answers, while the site is switched under it.
 * @param seconds how long
 * @param pause from the begin of one deploy to that of the next, in ms
 */
export async function load(seconds: number, pause: number): Promise<Load> {
  const builds = await makeBuilds();
  const root = newFolder();
  await deploy([root, builds[0]!.folder]).ended;
  const nginx = await startNginx(join(root, 'current'));
  const found = { compared: 0, repeated: 0, problems: new Set<string>() };
  let [busy, deploys, switches] = [true, 0, 0];

  async function switching() {
    const RELOAD = `kill -HUP ${nginx.pid}`;
    for (let at = 1; busy; at += 1) {
      const next = wait(pause);
      const { code, stderr } = await deploy([root, builds[at % 2]!.folder], { RELOAD }).ended;
      if (code !== 0) found.problems.add(`A deploy ended with ${code}: ${stderr}`);
      deploys += 1;
      await next;
    }
  }

  /** Asks as browsers do: once more, over a new connection, when one that was kept is closed. */
  async function askTwice(path: string): Promise<Answer | undefined> {
    found.compared += 1;
    try {
      return await ask(nginx.port, base + path).catch(() => {
        found.repeated += 1;
        return ask(nginx.port, base + path, {}, 'GET', fresh);
      });
    } catch (error) {
      found.problems.add(`${path} is not answered: ${String(error)}`);
      return undefined;
    }
  }

  /** The build to which an answer belongs, wholly. */
  async function buildOf(file: string, path: string): Promise<Build | undefined> {
    const answer = await askTwice(path);
    if (!answer) return undefined;
    const build = builds.find(({ read }) => read(file).equals(answer.body));
    const [policy] = values(answer, 'Content-Security-Policy');
    if (!build) found.problems.add(`${path} is of no build, with ${answer.status}.`);
    else if (policy !== build.policyOf(path))
      found.problems.add(`${path} has the policy of another build.`);
    return build;
  }

  const { story } = builds[0]!;
  const pageOf = () => buildOf(story, story.replace('index.html', ''));

  async function comparing() {
    let last: Build | undefined;
    while (busy) {
      const build = await pageOf();
      if (last && build && build !== last) switches += 1;
      last = build ?? last;
      await buildOf('feed.xml', 'feed.xml');
    }
  }

  /** Opens a page, and looks at its picture when another build is live. */
  async function reading() {
    while (busy) {
      const build = await pageOf();
      await wait(pause);
      const picture = build && (await askTwice(build.picture));
      if (build && picture && !build.read(build.picture).equals(picture.body))
        found.problems.add(`The picture of a page is answered with ${picture.status}.`);
    }
  }

  const paths = [base + story.replace('index.html', ''), `${base}feed.xml`];
  const pounding = Promise.all([
    pound(nginx.url, paths, seconds, connections),
    pound(nginx.url, paths, seconds, 2, ', ["Connection"] = "close"'),
  ]).finally(() => (busy = false));
  try {
    const [[kept, single]] = await Promise.all([pounding, switching(), comparing(), reading()]);
    return {
      ...{ deploys, switches, kept, connections, fresh: single },
      ...found,
      problems: [...found.problems],
    };
  } finally {
    busy = false;
    await nginx.close();
    removeFolders();
  }
}

const connections = 16;

/** Has wrk ask for addresses in turn, as fast as they are answered. */
async function pound(
  url: string,
  paths: string[],
  seconds: number,
  connections: number,
  headers = '',
): Promise<Counted> {
  const script = join(newFolder(), 'turns.lua');
  writeFileSync(
    script,
    `local paths, at = {${paths.map((path) => `"${path}"`).join(', ')}}, 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "br, gzip", ["Host"] = "127.0.0.1"${headers} })
end
done = function(all, latency)
  local wrong = all.errors
  io.stderr:write(string.format(
    '{ "requests": %d, "perSecond": %f, "half": %f, "nearlyAll": %f, "bad": %d, "hungUp": %d }',
    all.requests, all.requests / all.duration * 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, wrong.status + wrong.connect + wrong.timeout,
    wrong.read + wrong.write))
end
`,
  );
  const words = [
    '--threads=1',
    `--connections=${connections}`,
    `--duration=${seconds}s`,
    `--script=${script}`,
  ];
  const { stderr } = await promisify(execFile)(programOf('wrk')!, [...words, url]);
  return JSON.parse(stderr) as Counted;
}
