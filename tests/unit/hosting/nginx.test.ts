import { expect, it } from 'vitest';
import { nginxFiles } from '../../../src/hosting/nginx.ts';
import { smallPolicy } from './small-policy.ts';

const files = nginxFiles(smallPolicy);
const [maps, server] = [files['.host/http.conf']!, files['.host/server.conf']!];
const site = '$site_befde498';

it('sends what is said of all answers as it is, and what is said of some files by a map', () => {
  expect(server.match(/^add_header .*/gm)).toEqual([
    `add_header Content-Security-Policy ${site}_content_security_policy always;`,
    `add_header Cross-Origin-Resource-Policy ${site}_cross_origin_resource_policy always;`,
    'add_header X-Content-Type-Options "nosniff" always;',
    `add_header Cache-Control ${site}_cache_control always;`,
    `add_header Access-Control-Allow-Origin ${site}_access_control_allow_origin always;`,
    `add_header Allow ${site}_allow always;`,
  ]);
  expect(maps).toContain(`map ${site}_file ${site}_cache_control {
  default "no-cache";
  "~^/_astro/" "immutable";
}
`);
  expect(maps).not.toContain('x_content_type_options');
});

it('looks into patterns only where there are some', () => {
  expect(server + maps).not.toContain('_pattern');
  const patterned = nginxFiles({ ...smallPolicy, patterns: [{ from: '/forum/*' }] });
  expect(patterned['.host/server.conf']).toContain(`if (${site}_pattern = gone) {\n  return 410;`);
});

it('says nothing of what lies beside a site below a path', () => {
  expect(server).not.toMatch(/^location \/ /m);
  const below = nginxFiles({ ...smallPolicy, base: '/news/' })['.host/server.conf'];
  expect(below).toContain('location = "/news" {\n  return 301 "/news/$is_args$args";\n}\n');
  expect(below).toMatch(/^location \/ \{\n {2}return 404;/m);
});
