import {
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayProblem } from '../../../src/desk/problem.ts';
import { hosts } from '../../../src/desk/schema/publication.ts';
import { hostKinds } from '../../../src/hosting/hosts.ts';
import { writeHostFiles } from '../../../src/hosting/host-files.ts';
import { ownHostFiles } from '../../../src/hosting/own-files.ts';
import { run } from '../command.ts';
import { siteFolder, smallSite } from './small-site.ts';

const { write, at } = siteFolder();

/** The files that are not of the site itself. */
const forHosts = () =>
  readdirSync(at(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(at('x').length - 1))
    .filter((file) => !(file in smallSite()))
    .sort();

it.each([
  ['nginx', ['.host/http.conf', '.host/root.conf', '.host/server.conf']],
  [
    'caddy',
    [
      '.host/Caddyfile',
      '.host/gone/taken/down/here',
      '.host/moved/old/here',
      '.host/removed/shop/here',
      '.host/removed/shophere',
      '.host/root.conf',
    ],
  ],
  [
    'apache',
    [
      '.asked/p=12/.htaccess',
      '.htaccess',
      'old/.htaccess',
      'shop/.htaccess',
      'taken/down/.htaccess',
    ],
  ],
] as const)('lays what %s reads, and takes out what was for another host', async (host, files) => {
  write(smallSite());
  await writeHostFiles('nginx', at());
  await writeHostFiles('caddy', at());
  await writeHostFiles('apache', at());
  await writeHostFiles(host, at());
  expect(forHosts()).toEqual(files);
  await writeHostFiles(undefined, at());
  expect(forHosts()).toEqual([]);
});

it('says to a server of one’s own where the site lies, or where a deploy is to say it', async () => {
  write(smallSite());
  const root = () => readFileSync(at('.host/root.conf'), 'utf8');
  await writeHostFiles('nginx', at(), '/srv/a b/1');
  expect(root()).toBe('set $release "/srv/a b/1";\n');
  await writeHostFiles('caddy', at(), '/srv/Ä/1');
  expect(root()).toBe('root * "/srv/Ä/1"\n');
  await writeHostFiles('nginx', at());
  expect(root()).toBe('set $release "/RELEASE";\n');
});

it('writes the same of the same site, and changes no file that is linked elsewhere', async () => {
  write(smallSite());
  await writeHostFiles('apache', at());
  linkSync(at('.htaccess'), at('kept'));
  const before = readFileSync(at('kept'), 'utf8');
  await writeHostFiles('apache', at());
  expect(readFileSync(at('.htaccess'), 'utf8')).toBe(before);
  write({ 'wire.json': '{}' });
  await writeHostFiles('apache', at());
  expect(readFileSync(at('.htaccess'), 'utf8')).not.toBe(before);
  expect(readFileSync(at('kept'), 'utf8')).toBe(before);
});

it.each(['nginx', 'caddy', 'apache'] as const)(
  '%s refuses a path that it would take for something else',
  async (host) => {
    write(smallSite('https://a.example/n%C3%A9ws/'));
    await expect(writeHostFiles(host, at())).rejects.toThrow(
      'nginx, Caddy and Apache cannot serve the path /n%C3%A9ws',
    );
  },
);

it('names nginx’s variables, which all sites share, by the address of each and never long', async () => {
  const namesOf = async (url: string) => {
    write(smallSite(url));
    await writeHostFiles('nginx', at());
    const text = readFileSync(at('.host/http.conf'), 'utf8');
    return [...text.matchAll(/^map \S+ (\S+)/gm)].map(([, name]) => name);
  };
  const [live, staged] = [
    await namesOf('https://a.example/news/'),
    await namesOf(`https://${'staged.'.repeat(9)}a.example/${'news/'.repeat(9)}`),
  ];
  expect(live).toHaveLength(new Set(live).size);
  // 64 bytes for a bucket of nginx’s hash of variables, less two pointers and the name’s length.
  for (const name of [...live, ...staged]) expect(name!.length - 1).toBeLessThanOrEqual(46);
  expect(live.filter((name) => staged.includes(name))).toEqual([]);
});

it('says in sentences what a host can’t do', () => {
  for (const kind of Object.values(hostKinds))
    for (const sentence of kind.cannot) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

it('is a command, which says in a sentence that nothing is built', async () => {
  const none = await run('host', ['nginx', at('nowhere')], { CACHE: at('.cache') });
  expect(none.code).toBe(1);
  expect(none.stderr).toBe(
    `\nThere is no built site in ${at('nowhere')}/. Run npm run build first.\n`,
  );
  write(smallSite());
  const laid = await run('host', ['nginx', at()], { CACHE: at('.cache') });
  expect(laid).toMatchObject({ code: 0, stderr: '' });
  expect(laid.stdout).toBe(
    [`${at()}/ is ready for nginx.`, ...hostKinds.nginx!.cannot, ''].join('\n'),
  );
  expect(readFileSync(at('.host/root.conf'), 'utf8')).toBe(`set $release "${at()}";\n`);
  const wrong = await run('host', ['ngnix']);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('“ngnix” is not one of netlify, ');
});

describe('a newsroom’s own files for a host', () => {
  const rest = 'or take out `host` and write all files for the host yourself.';

  it('are not overwritten without a word', () => {
    const files = ['_redirects', '.htaccess', '.host/x', '.nojekyll', 'a/_headers', 'favicon.svg'];
    const setting = () => 'content/publication.yaml:11';
    const written = (name: string) =>
      `Newsroom writes ${name} for netlify (content/publication.yaml:11) and would overwrite yours.\n    `;
    expect(ownHostFiles('netlify', files, setting).map(sayProblem)).toEqual([
      `public/_redirects:1:1 ${written('_redirects')}Move its lines to content/redirects.yaml and delete it, ${rest}`,
      `public/.htaccess:1:1 ${written('.htaccess')}Move its redirects to content/redirects.yaml, its headers to netlify.toml, and delete it; ${rest}`,
      `public/.host/x:1:1 ${written('.host')}Delete it, ${rest}`,
    ]);
    expect(ownHostFiles(undefined, files, setting)).toEqual([]);
  });

  it.each(hosts)('of headers are told where else %s takes them', (host) => {
    const [problem] = ownHostFiles(host, ['_headers'], () => 'npm run host');
    expect(problem!.fix).toMatch(
      /^Move its redirects .*, (?:its headers to|and drop its headers: \S)/,
    );
  });

  it('stop the build with the line of the setting, and are published as they are without one', async () => {
    for (const name of ['content', 'src', 'package.json', 'package-lock.json'])
      cpSync(name, at(name), { recursive: true });
    mkdirSync(at('public'));
    symlinkSync(resolve('node_modules'), at('node_modules'));
    writeFileSync(at('public/_headers'), '/*\n  X-Own: 1\n');
    const settings = at('content/publication.yaml');
    const command = [process.execPath, at('src/cli/check.ts')];
    const check = () => run('check', [], { CACHE: at('.cache') }, at(), command);
    const line = readFileSync(settings, 'utf8').split('\n').indexOf('host: github-pages') + 1;
    expect(line).toBeGreaterThan(1);
    const refused = await check();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(
      `public/_headers:1:1 Newsroom writes _headers for github-pages (content/publication.yaml:${line}) and would overwrite yours.`,
    );
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('host: github-pages\n', ''));
    // The types, which are checked after the content, are not there.
    expect((await check()).stdout).toContain('No errors in the content');
  });
});
