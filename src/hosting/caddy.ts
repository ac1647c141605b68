import { lines, patternOf, quoted, quotedTarget } from './config-text.ts';
import type { HostPolicy } from './policy.ts';
import { askedPattern, bothForms, filled, movedForms } from './redirects.ts';

/** The configuration for Caddy, to import into the operator’s site block, which states the address. */
export const caddyFiles = (policy: HostPolicy): Record<string, string> => ({
  '.host/Caddyfile': route(policy),
  ...Object.fromEntries(
    movedForms(policy, true).map(({ from }) => [mark(policy, 'moved', from), '']),
  ),
  ...Object.fromEntries(policy.gone.map((path) => [mark(policy, 'gone', path), ''])),
  ...Object.fromEntries(
    policy.removed.flatMap(bothForms).map((path) => [mark(policy, 'removed', path), '']),
  ),
});

/** The folder of the site, in a separate file, because only the operator knows it. */
export const caddyRoot = (folder: string) => `root * ${quoted(folder)}\n`;

/**
 * A marker file that tells Caddy what happened to a page. Caddy scans a map from the beginning for each
 * request. With 10,000 moved stories, this would take as long as the rest of the response.
 */
const mark = ({ base }: HostPolicy, fate: string, path: string) =>
  `.host/${fate}/${path.slice(base.length)}here`;

/** A regular expression, after `mark`; backslashes are not escaped. */
const expression = (paths: string, mark = '') => `"${mark}${patternOf(paths)}"`;

const headerLines = (headers: Record<string, string>, indent: string) =>
  lines(
    Object.entries(headers).map(([name, value]) => `${name} ${quoted(value)}`),
    indent,
  );

/**
 * Redirects by query parameter. Only requests with that parameter are compared with the entries.
 * @param below turns a path into one relative to the site’s base path
 */
const byQueryLines = ({ byQuery }: HostPolicy, below: (path: string) => string) =>
  [...Map.groupBy(byQuery, ({ name }) => name)]
    .map(
      ([name, all], at) =>
        `		@asked${at} query ${name}=*
		route @asked${at} {
			map "{path}?{query.${name}}" {asked${at}.to} {
${lines(
  all.flatMap(({ from, value, to }) =>
    bothForms(from).map((path) => `${quoted(`${below(path)}?${value}`)} ${quotedTarget(to)}`),
  ),
  '\t\t\t\t',
)}				default ""
			}
			@led${at} expression \`{asked${at}.to} != ""\`
			redir @led${at} {asked${at}.to} 301
		}
`,
    )
    .join('');

/** Patterns match the request path before it is decoded, so that nothing has to be encoded again. */
const patternLines = ({ patterns }: HostPolicy) =>
  patterns
    .map(
      ({ from, to }, at) => `		@pattern${at} {
			vars status 404
			vars_regexp pattern${at} {http.request.orig_uri} "${askedPattern(from)}"
		}
${
  to === undefined
    ? `		route @pattern${at} {
			vars status 410
			rewrite * /404.html
		}
`
    : `		redir @pattern${at} ${filled(quotedTarget(to), `{re.pattern${at}.1}`).slice(0, -1)}{site.query}" 301
`
}`,
    )
    .join('');

function route(policy: HostPolicy): string {
  const { base, rules, types } = policy;
  const prefix = base.slice(0, -1);
  const below = (path: string) => path.slice(prefix.length);
  const [all, ...others] = rules;
  return `import root.conf
route {
	header -Server
	header {
${headerLines(all!.headers, '\t\t')}	}
	@method not method GET HEAD
	handle @method {
		header Allow "GET, HEAD"
		respond 405
	}
	map {query} {site.query} {
		~.+ "?\${0}"
		default ""
	}
	vars status 404
	@site vars_regexp {http.request.orig_uri.path} "^${prefix}(?:/\\.well-known)?(?:/[^./][^/]*)*/?$"
	route @site {
${prefix && `\t\tredir ${quoted(prefix)} ${quoted(base).slice(0, -1)}{site.query}" 301\n\t\turi strip_prefix ${quoted(prefix)}\n`}
${byQueryLines(policy, below)}		map {path} {moved.to} {
${lines(
  movedForms(policy, true).map(({ from, to }) => `${quoted(below(from))} ${quotedTarget(to)}`),
  '\t\t\t',
)}			default ""
		}
		@moved file /.host/moved{path}here
		redir @moved {moved.to}{site.query} 301

		@index {
			path_regexp index "^(.*/)index\\.html$"
			file {path}
		}
		redir @index ${prefix}{re.index.1}{site.query} 301
		@folder {
			not path */
			file {path}/index.html
		}
		redir @folder ${prefix}{path}/{site.query} 301

		@gone file /.host/gone{path}here
		vars @gone status 410
		@removed file /.host/removed{path}here
		route @removed {
			vars status 410
			rewrite * /404.html
		}
${patternLines(policy)}		@page path */
		rewrite @page {path}index.html
		@found {
			vars status 404
			not path *.br *.gz *.zst
			file {path}
		}
		vars @found status 0
	}
	@missing vars status 404
	rewrite @missing /404.html
	@file vars status 0
	route @file {
${others.map(({ paths, headers }, at) => `\t\t@${at} path_regexp ${expression(below(paths))}\n\t\theader @${at} {\n${headerLines(headers, '\t\t\t')}\t\t}\n`).join('')}	}
	map {path} {site.type} {
${types.map(({ paths, type }) => `\t\t${expression(below(paths), '~')} ${quoted(type)}\n`).join('')}	}
	header Content-Type {site.type}
	@fate not vars status 0
	request_header @fate -If-None-Match
	request_header @fate -If-Modified-Since
	request_header @fate -Range
	@packed file {path}.gz
	header @packed {
		Vary Accept-Encoding
		defer
	}
	# Caddy 2.8 and newer sends Vary with everything.
	@plain not file {path}.gz
	header @plain {
		-Vary
		defer
	}
	file_server {
		disable_canonical_uris
		precompressed br zstd gzip
		status {vars.status}
	}
}
`;
}
