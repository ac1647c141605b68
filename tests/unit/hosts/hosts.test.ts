import { linkSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sayFault } from '../../../src/desk/fault.ts';
import { hostKinds } from '../../../src/outputs/hosts/hosts.ts';
import { layHost } from '../../../src/outputs/hosts/lay-host.ts';
import { ownHostFiles } from '../../../src/outputs/hosts/own-files.ts';
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
  await layHost('nginx', at());
  await layHost('caddy', at());
  await layHost('apache', at());
  await layHost(host, at());
  expect(forHosts()).toEqual(files);
  await layHost(undefined, at());
  expect(forHosts()).toEqual([]);
});

it('says to a server of one’s own where the site lies, or where a deploy is to say it', async () => {
  write(smallSite());
  const root = () => readFileSync(at('.host/root.conf'), 'utf8');
  await layHost('nginx', at(), '/srv/a b/1');
  expect(root()).toBe('set $release "/srv/a b/1";\n');
  await layHost('caddy', at(), '/srv/Ä/1');
  expect(root()).toBe('root * "/srv/Ä/1"\n');
  await layHost('nginx', at());
  expect(root()).toBe('set $release "/RELEASE";\n');
});

it('writes the same of the same site, and changes no file that is linked elsewhere', async () => {
  write(smallSite());
  await layHost('apache', at());
  linkSync(at('.htaccess'), at('kept'));
  const before = readFileSync(at('kept'), 'utf8');
  await layHost('apache', at());
  expect(readFileSync(at('.htaccess'), 'utf8')).toBe(before);
  write({ 'wire.json': '{}' });
  await layHost('apache', at());
  expect(readFileSync(at('.htaccess'), 'utf8')).not.toBe(before);
  expect(readFileSync(at('kept'), 'utf8')).toBe(before);
});

it.each(['nginx', 'caddy', 'apache'] as const)(
  '%s is told of no path that it would take for something else',
  async (host) => {
    write(smallSite('https://a.example/n%C3%A9ws/'));
    await expect(layHost(host, at())).rejects.toThrow(
      'nginx, Caddy and Apache can’t be told the path /n%C3%A9ws',
    );
  },
);

it('names nginx’s variables, which all sites share, by the address of each and never long', async () => {
  const namesOf = async (url: string) => {
    write(smallSite(url));
    await layHost('nginx', at());
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
  expect(wrong.stderr).toContain('“ngnix” is none of netlify, ');
});

it('keeps a newsroom’s own files for a host from being overwritten without a word', () => {
  const files = ['_redirects', '.htaccess', '.host/x', '.nojekyll', 'a/_headers', 'favicon.svg'];
  expect(ownHostFiles('netlify', files).map(sayFault)).toEqual([
    'public/_redirects:1:1 The build writes _redirects for netlify and would overwrite yours.\n    Move its lines to content/redirects.yaml and delete it, or take `host` out of publication.yaml.',
    'public/.htaccess:1:1 The build writes .htaccess for netlify and would overwrite yours.\n    Delete it, or take `host` out of publication.yaml and write all files for the host yourself.',
    'public/.host/x:1:1 The build writes .host for netlify and would overwrite yours.\n    Delete it, or take `host` out of publication.yaml and write all files for the host yourself.',
  ]);
  expect(ownHostFiles(undefined, files)).toEqual([]);
});
