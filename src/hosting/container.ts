import { caddyFiles, caddyRoot } from './caddy.ts';
import type { HostPolicy } from './policy.ts';

/**
 * A container of the site with Caddy in it, which needs nothing of its machine but a port: no root, no
 * capability, no place to write. The site’s folder is what it is built from, and in it the release.
 */
export const containerFiles = (policy: HostPolicy): Record<string, string> => ({
  ...caddyFiles(policy),
  '.host/root.conf': caddyRoot(place),
  '.host/container.caddyfile': caddyfile,
  '.host/Dockerfile': dockerfile(policy.base),
});

/** Where the site lies in it. */
const place = '/srv';

const port = 8080;

/** TLS is for who stands in front; without administration nothing has to be kept. */
const caddyfile = `{
	admin off
	auto_https off
	persist_config off
	# Docker waits for ten seconds.
	grace_period 5s
}
http://:${port} {
	import Caddyfile
}
`;

/**
 * The digest is that of the list for all platforms, as several public projects name it. With its file
 * capability Caddy would not start where it may not have that: capabilities(7), “Safety checking for
 * capability-dumb binaries”; github.com/caddyserver/caddy-docker/issues/396.
 */
const dockerfile = (base: string) => `# docker build --file dist/.host/Dockerfile --tag news dist
# docker run --read-only --cap-drop=ALL --security-opt=no-new-privileges --publish 80:${port} news
FROM caddy:2.11.4-alpine@sha256:6aeddd44c3078b0f9a35206472a11420648a79c184603ef95957d0a20044cb2b
RUN setcap -r /usr/bin/caddy
COPY . ${place}
USER 10001:10001
EXPOSE ${port}
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s CMD ["wget", "-q", "--spider", "http://127.0.0.1:${port}${base}"]
CMD ["caddy", "run", "--adapter", "caddyfile", "--config", "${place}/.host/container.caddyfile"]
`;
