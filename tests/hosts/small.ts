import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hostKinds } from '../../src/hosting/hosts.ts';
import type { HostPolicy } from '../../src/hosting/policy.ts';
import { root } from '../sites.ts';
import { smallPolicy } from '../unit/hosting/small-policy.ts';
import type { Server } from './deployed.ts';

/** The policy of a small site at an address. */
export function policyAt(url: string, old: Partial<HostPolicy>): HostPolicy {
  const base = new URL(url).pathname;
  const below = (paths: string) => paths.replace('/', base);
  return {
    ...smallPolicy,
    url,
    base,
    rules: smallPolicy.rules.map((rule) => ({ ...rule, paths: below(rule.paths) })),
    types: smallPolicy.types.map((type) => ({ ...type, paths: below(type.paths) })),
    moved: [],
    gone: [],
    ...old,
  };
}

/**
 * Writes a small site that is ready for a server: the front page, `a/`, and a page for each old address.
 * @param name of its folder
 */
export function makeSmallSite(server: Server, name: string, policy: HostPolicy): string {
  const folder = resolve(root, 'hosts', server, name);
  rmSync(folder, { recursive: true, force: true });
  const old = [...policy.moved.map(({ from }) => from), ...policy.gone].map((path) =>
    path.slice(policy.base.length).replace(/\/?$/, '/'),
  );
  const pages = ['', 'a/', ...old].map((path) => `${path}index.html`);
  const files = Object.entries({
    ...Object.fromEntries([...pages, '404.html'].map((page) => [page, `This is ${page}.`])),
    ...hostKinds[server]!.files(policy),
    '.host/root.conf': hostKinds[server]!.root?.(folder) ?? '',
  });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
