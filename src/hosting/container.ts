import { caddyFiles, caddyRoot } from './caddy.ts';
import type { HostPolicy } from './policy.ts';

/**
 * A container that runs the site with Caddy. It needs only a port: no root user, capabilities or writable
 * storage. The build context is the site’s folder, with the release in it.
 */
export const containerFiles = (policy: HostPolicy): Record<string, string> => ({
  ...caddyFiles(policy),
  '.host/root.conf': caddyRoot(place),
  '.host/container.caddyfile': caddyfile,
  '.host/Dockerfile': dockerfile(policy.base),
});

/** The folder of the site in the container. */
const place = '/srv';

const port = 8080;

/**
 * A proxy in front of the container provides TLS. Without the admin API, no configuration has to be
 * stored.
 */
const caddyfile = `{
	admin off
	auto_https off
	persist_config off
	# Docker kills a container that takes ten seconds to stop.
	grace_period 5s
}
http://:${port} {
	import Caddyfile
}
`;

/**
 * The digest identifies the image index for all platforms, as several public projects pin it. The
 * binary’s file capability must be removed, because Caddy would not start without permission for it:
 * capabilities(7), “Safety checking for capability-dumb binaries”;
 * github.com/caddyserver/caddy-docker/issues/396.
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
