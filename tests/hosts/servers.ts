import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { programOf, skipped } from '../required.ts';

/** A real server that runs on this machine for the tests. */
export interface RunningServer {
  /** Its address, without a path: `http://127.0.0.1:40123`. */
  url: string;
  port: number;
  /** Takes signals: at SIGHUP nginx reads its configuration again, as after a deploy. */
  pid: number;
  /** Ends it, and takes away what it wrote. */
  close(): Promise<void>;
}

const asRoot = process.getuid?.() === 0;

/** Debian’s module for brotli, of the package libnginx-mod-http-brotli-static. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/**
 * What nginx has to load before it knows `brotli_static`: nothing where it is compiled in, undefined where
 * this nginx cannot have it. A module may be there and be of another version, so nginx itself is asked.
 */
function brotliLoading(): string | undefined {
  const nginx = programOf('nginx');
  if (!nginx) return undefined;
  const state = mkdtempSync(join(tmpdir(), 'nginx-brotli-'));
  const file = join(state, 'nginx.conf');
  const found = ['', `load_module ${brotliModule};`].find((loading) => {
    const log = join(state, 'log');
    writeFileSync(
      file,
      `${loading} error_log ${log}; pid ${state}/pid; events {} http { brotli_static on; }`,
    );
    return spawnSync(nginx, ['-t', '-q', '-c', file, '-p', state, '-e', log]).status === 0;
  });
  rmSync(state, { recursive: true });
  return found;
}

const brotli = brotliLoading();

/** Why tests of nginx that need brotli are skipped, or an empty text. */
export const missingBrotli = () =>
  brotli === undefined ? skipped('this nginx has no module for brotli') : '';

/** What docs/hosting.md says to write for a server, with a site’s folder in the place of the one that it names. */
function written(language: string, folder: string): string {
  const block = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms');
  return block
    .exec(readFileSync('docs/hosting.md', 'utf8'))![1]!
    .replaceAll('/srv/news/current', resolve(folder));
}

/**
 * Starts nginx on a site that is laid for it.
 * @param folder of the site, or the link to its release
 * @param withBrotli whether it is to know brotli, if it can
 */
export async function startNginx(
  folder: string,
  { withBrotli = true } = {},
): Promise<RunningServer> {
  const loading = withBrotli ? brotli : undefined;
  const site = written('nginx', folder).replace(loading === undefined ? /brotli_static.*/ : '', '');
  return start('nginx', (port, state) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const text = `${loading ?? ''}
daemon off;
pid ${state}/pid;
error_log ${state}/log;
${asRoot ? `user ${userInfo().username};` : ''}
worker_processes 1;
events {}
http {
  access_log off;
  ${temporary.map((kind) => `${kind}_temp_path ${state}/${kind};`).join('\n  ')}
  # What an administrator may have set for all sites.
  gzip on;
  gzip_types *;
  charset utf-8;
  ${site.replace('listen 80', `listen 127.0.0.1:${port}`)}
}
`;
    writeFileSync(join(state, 'nginx.conf'), text);
    return ['-c', join(state, 'nginx.conf'), '-p', state, '-e', join(state, 'log')];
  });
}

/** Starts Caddy on a site that is laid for it. */
export async function startCaddy(folder: string): Promise<RunningServer> {
  return start('caddy', (port, state) => {
    const text = `{
	admin unix/${state}/admin
	log {
		output file ${state}/log
	}
}
${written('caddyfile', folder).replace('anh.example {', `http://:${port} {\n\tbind 127.0.0.1`)}`;
    writeFileSync(join(state, 'Caddyfile'), text);
    return ['run', '--config', join(state, 'Caddyfile'), '--adapter', 'caddyfile'];
  });
}

/** What Debian’s Apache has from the start, but for passwords, and what `.htaccess` needs besides. */
const apacheModules = [
  ...['mpm_event', 'access_compat', 'alias', 'authn_core', 'authz_core', 'authz_host', 'autoindex'],
  ...['deflate', 'dir', 'env', 'filter', 'mime', 'negotiation', 'reqtimeout', 'setenvif'],
  ...['headers', 'rewrite'],
];

/**
 * Starts Apache on a site that is laid for it.
 * @param base the path below which it is served, `/` or `/news/`
 */
export async function startApache(folder: string, base: string): Promise<RunningServer> {
  const site = written('apache', folder)
    .replace('<Directory /srv/news>', `<Directory ${resolve(folder)}>`)
    .replace(/DocumentRoot (.*)/, base === '/' ? '$&' : `Alias ${base} $1/`);
  return start('apache2', (port, state) => {
    const of = (ending: string) =>
      apacheModules.map(
        (name) => `IncludeOptional /etc/apache2/mods-available/${name}.${ending}\n`,
      );
    const text = `ServerRoot ${state}
PidFile ${state}/pid
DefaultRuntimeDir ${state}
Mutex file:${state}
ErrorLog ${state}/log
Listen 127.0.0.1:${port}
${asRoot ? 'User www-data\nGroup www-data' : ''}
${[...of('load'), ...of('conf')].join('')}
TraceEnable Off
<Directory />
  Options Indexes FollowSymLinks
  AllowOverride None
  Require all denied
</Directory>
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
# What an administrator may have set for all sites.
AddDefaultCharset UTF-8
Header set X-Content-Type-Options nosniff
Header always set Cache-Control max-age=60
${site.replace('*:80', `127.0.0.1:${port}`)}
`;
    writeFileSync(join(state, 'apache2.conf'), text);
    return ['-f', join(state, 'apache2.conf'), '-DFOREGROUND'];
  });
}

/** Starts a program of which the arguments are made for a free port and a folder of its own. */
async function start(
  program: string,
  argumentsFor: (port: number, state: string) => string[],
): Promise<RunningServer> {
  const state = mkdtempSync(join(tmpdir(), `${program}-`));
  const port = await freePort();
  const child = spawn(programOf(program)!, argumentsFor(port, state), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_DATA_HOME: state, XDG_CONFIG_HOME: state },
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit');
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.signalCode) {
      const log = join(state, 'log');
      const logged = existsSync(log) ? readFileSync(log, 'utf8') : '';
      rmSync(state, { recursive: true, force: true });
      throw new Error(`${program} does not start:\n${said}${logged}`);
    }
    await wait(10);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid!,
    close: async () => {
      child.kill();
      await ended;
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    const told = (yes: boolean) => (socket.destroy(), settle(yes));
    socket.once('connect', () => told(true)).once('error', () => told(false));
  });
}
