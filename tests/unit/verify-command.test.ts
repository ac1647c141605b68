import { describe, it } from 'vitest';
import { run } from './command.ts';
import { contentFolder, publication } from './content.ts';
import { deadHub } from './hub.ts';
import { only, serveByPolicy, set, without, writeSmallSite } from './live-site.ts';

const folder = writeSmallSite();

/** Of a publication that names its host, or none. */
const verify = (words: string[], host?: string) =>
  run('verify', words, {
    CONTENT: contentFolder({ 'publication.yaml': publication({ ...(host && { host }) }) }),
  });

describe('npm run verify', { concurrent: true }, () => {
  it('says that all is well, and where the site thinks it is', async ({ expect }) => {
    const { href } = await serveByPolicy(folder);
    const { code, stdout, stderr } = await verify([href.slice(0, -1), folder]);
    expect([code, stdout, stderr]).toEqual([
      0,
      `The site was built for https://a.example/news/.\n${href} matches the build: 36 addresses.\n`,
      '',
    ]);
  });

  it('names each problem once, with the first of its addresses', async ({ expect }) => {
    const { href } = await serveByPolicy(folder, (_, reply) => without(reply, 'referrer-policy'));
    const { code, stderr } = await verify([href, folder]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Referrer-Policy is missing.\n    ${href}.well-known/security.txt\n` +
        `    ${href}_astro/p.webp\n    ${href}_astro/script.js\n    and 30 more\n\n33 differences.\n`,
    );
  });

  it('prints all for programs', async ({ expect }) => {
    const { href } = await serveByPolicy(
      folder,
      only('feed.xml', (reply) => set(reply, 'content-type', 'text/xml')),
    );
    const { code, stdout } = await verify([href, folder, '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      [
        {
          address: `${href}feed.xml`,
          what: 'header content-type of file',
          problem: 'Content-Type is “text/xml”, not “application/rss+xml; charset=utf-8”.',
        },
      ],
    ]);
  });

  it('lets pass what a host can’t do', async ({ expect }) => {
    const { href } = await serveByPolicy(
      folder,
      only('taken/down/', (reply) => (reply.status = 200)),
    );
    const { code, stdout } = await verify([href, folder], 'cloudflare');
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('1 difference: known limits of cloudflare.\n'),
    ]);
    expect((await verify([href, folder, '--host', 'nginx'], 'cloudflare')).code).toBe(1);
    expect((await verify([href, folder])).code).toBe(1);
  });

  it('ends with 2 when it was not understood or nobody is there', async ({ expect }) => {
    const { href } = await serveByPolicy(folder);
    const ends = async (...words: string[]) => {
      const { code, stderr } = await verify(words);
      expect(code).toBe(2);
      return stderr.trim().split('\n')[0];
    };
    expect(await ends()).toBe('Give one address, and a folder if it is not dist.');
    expect(await ends('anh.example')).toBe(
      '“anh.example” is not a site’s address, such as https://anh.example/.',
    );
    expect(await ends(href, folder, '--host', 'geocities')).toMatch(
      /^“geocities” is none of netlify/,
    );
    expect(await ends(href, 'nowhere')).toBe(
      'There is no built site in nowhere/. Run npm run build first.',
    );
    expect(await ends(new URL('/', href).href, folder)).toMatch(
      / is built for \/news\/, not for \/\./,
    );
    expect(await ends(new URL('/news/', await deadHub()).href, folder)).toContain('ECONNREFUSED');
  });
});
