import { expect, it } from 'vitest';
import { patternRedirects, redirectRules } from '../../../src/hosting/apache-redirects.ts';
import { cloudflareFiles, cloudflareLeads } from '../../../src/hosting/cloudflare.ts';
import { hostKinds, isExcused } from '../../../src/hosting/hosts.ts';
import { netlifyFiles } from '../../../src/hosting/netlify.ts';
import type { HostPolicy } from '../../../src/hosting/policy.ts';
import { cannotLead, movedForms } from '../../../src/hosting/redirects.ts';
import { vercelFiles } from '../../../src/hosting/vercel.ts';
import { smallPolicy } from './small-policy.ts';

const policy: HostPolicy = {
  ...smallPolicy,
  moved: [
    { from: '/Вести/', to: '/a/' },
    { from: '/a (1)+b.html', to: '/a/' },
    { from: '/2019/kept/', to: '/a/' },
  ],
  byQuery: [{ from: '/', name: 'p', value: '1.2', to: '/a/' }],
  patterns: [
    { from: '/x/*.php', to: '/a/*/' },
    { from: '/2019/*', to: 'https://old.example/*' },
    { from: '/blog/*', to: '/*' },
    { from: '/forum/*' },
  ],
  removed: ['/shop.php'],
  gone: [],
};

it('writes every kind of old address for Netlify, but patterns of which the * is not last', () => {
  expect(netlifyFiles(policy)._redirects).toBe(`/ p=1.2 /a/ 301!
/%D0%92%D0%B5%D1%81%D1%82%D0%B8/ /a/ 301!
/a%20(1)+b.html /a/ 301!
/2019/kept/ /a/ 301!
/shop.php /404.html 410!
/2019/* https://old.example/:splat 301!
/blog/* https://a.example/:splat 301!
/forum/* /404.html 410!
`);
});

it('writes for Cloudflare what has no * first, and no address that a parameter tells', () => {
  expect(cloudflareFiles(policy)._redirects).toBe(`/%D0%92%D0%B5%D1%81%D1%82%D0%B8/ /a/ 301
/a%20(1)+b.html /a/ 301
/2019/kept/ /a/ 301
/2019/kept /a/ 301
/2019 https://old.example/ 301
/blog https://a.example/ 301
/x/*.php /a/:splat/ 301
/2019/* https://old.example/:splat 301
/blog/* https://a.example/:splat 301
`);
  const patterns = Array.from({ length: 101 }, (_, at) => ({ from: `/${at}/*`, to: '/a/' }));
  expect(() => cloudflareFiles({ ...policy, patterns })).toThrow(
    'Cloudflare reads 100 redirects by patterns at most, and this site needs 101.',
  );
});

it('writes for Vercel nothing that its patterns would take for theirs', () => {
  const { redirects } = JSON.parse(vercelFiles(policy)['vercel.json']!) as {
    redirects: { source: string; has?: object[]; destination: string }[];
  };
  expect(redirects.map(({ source, destination }) => `${source} ${destination}`)).toEqual([
    '/ /a/',
    '/%D0%92%D0%B5%D1%81%D1%82%D0%B8/ /a/',
    String.raw`/a%20\(1\)\+b.html /a/`,
    '/2019/kept/ /a/',
    '/2019/kept /a/',
    String.raw`/x/((?![/\\]).*).php /a/$1/`,
    String.raw`/2019{/((?![/\\]).*)}? https://old.example/$1`,
    String.raw`/blog{/((?![/\\]).*)}? /$1`,
  ]);
  expect(redirects[0]!.has).toEqual([{ type: 'query', key: 'p', value: String.raw`1\.2` }]);
});

it('has Apache lead on what fits a pattern, or say that it is gone', () => {
  expect(patternRedirects(policy))
    .toBe(String.raw`RedirectMatch 301 "^/x/((?![/\\\\]).*)\\.php$" "/a/$1/"
RedirectMatch 301 "^/2019(?:/((?![/\\\\]).*))?$" "https://old.example/$1"
RedirectMatch 301 "^/blog(?:/((?![/\\\\]).*))?$" "/$1"
`);
  expect(redirectRules(policy).split('\n').slice(-5)).toEqual([
    String.raw`RewriteRule "^x/((?![/\\\\]).*)\\.php$" - [END]`,
    String.raw`RewriteRule "^2019(?:/((?![/\\\\]).*))?$" - [END]`,
    String.raw`RewriteRule "^blog(?:/((?![/\\\\]).*))?$" - [END]`,
    String.raw`RewriteRule "^forum(?:/((?![/\\\\]).*))?$" - [G]`,
    '',
  ]);
});

it('leads on with or without a slash where no page does so, and where a pattern would', () => {
  const froms = (files: boolean) => movedForms(policy, files).map(({ from }) => from);
  const kept = ['/2019/kept/', '/2019/kept'];
  expect(froms(true)).toEqual(['/Вести/', '/a (1)+b.html', '/a (1)+b.html/', ...kept]);
  expect(froms(false)).toEqual(['/Вести/', '/a (1)+b.html', ...kept]);
});

it('excuses only what a host is known to do no better', () => {
  expect(isExcused('github-pages', 'header x-frame-options of file')).toBe(true);
  expect(isExcused('github-pages', 'status of file')).toBe(false);
  expect(isExcused('apache', 'status of above')).toBe(true);
  expect(isExcused('nginx', 'status of above')).toBe(false);
  expect(isExcused(undefined, 'status of above')).toBe(false);
});

it('says which addresses a host can’t lead on from', () => {
  expect(cannotLead(cloudflareLeads, policy)).toEqual([
    'This host ignores the query, so it does not redirect /?p=1.2.',
    'This host cannot answer 410, so it answers 404 at /shop.php and /forum/*.',
  ]);
  for (const host of ['s3', 'github-pages'] as const)
    expect(cannotLead(hostKinds[host]!.leads, policy)).toEqual([
      'This host ignores the query, so it does not redirect /?p=1.2.',
      'This host does not support such patterns, so it does not redirect /x/*.php, /2019/* and /blog/*.',
      'This host cannot answer 410, so it answers 404 at /shop.php and /forum/*.',
    ]);
  const byQuery = Array.from({ length: 1004 }, (_, at) => ({
    ...policy.byQuery[0]!,
    value: `${at}`,
  }));
  expect(cannotLead(hostKinds.s3!.leads, { ...policy, byQuery })[0]).toMatch(
    /redirect \/\?p=0, \/\?p=1, \/\?p=2 and 1,001 more\.$/,
  );
  for (const host of ['nginx', 'caddy', 'apache', 'container'] as const)
    expect(cannotLead(hostKinds[host]!.leads, policy)).toEqual([]);
});
