import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { copyProject } from '../project.ts';
import { build, root } from '../sites.ts';

const project = copyProject('policy');
const site = join(project, 'dist');
const environment = { CONTENT: resolve('content'), CACHE: join(project, 'cache') };
const change = (file: string, from: string, to: string) => {
  const text = readFileSync(join(project, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no “${from}”.`);
  writeFileSync(join(project, file), text.replace(from, to));
};

/** Gives every page another component. */
const component = (text: string) =>
  writeFileSync(join(project, 'src/components/Extra.astro'), text);

beforeAll(() => {
  change(
    'src/layouts/Page.astro',
    'import Masthead',
    "import Extra from '../components/Extra.astro';\nimport Masthead",
  );
  change('src/layouts/Page.astro', '<Colophon', '<Extra />\n<Colophon');
});

it('refuses a component that the policy would keep from working, and names page and element', async () => {
  component(`<script is:inline>console.log('inline')</script>
    <button onclick="alert(1)">Vote</button><iframe src="https://vote.example/"></iframe>`);
  const failure = await build('dist', environment, project).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  );
  expect(failure?.code).toBe(1);
  expect(failure?.stderr).toMatch(
    /^dist\.newsroom-next\/[\w/-]+\.html:\d+:\d+ <button onclick="alert\(1\)"> has code in the attribute onclick, which the Content Security Policy blocks, also on \d+ other pages\.\n +Move the code into a <script> of the component/m,
  );
  expect(failure?.stderr).toMatch(
    /^dist\.newsroom-next\/[\w/-]+\.html:\d+:\d+ <iframe src="https:\/\/vote\.example\/"> needs https:\/\/vote\.example \(frame-src\).+\n +Add it in astro\.config\.mjs: newsroom\(\{ csp: \{ frame: \['https:\/\/vote\.example'\] \} \}\), or link to it\./m,
  );
  expect(failure?.stderr).toContain('\n2 problems to fix.');
  expect(existsSync(site)).toBe(false);
});

it('lets a component do what it can within the policy and the options, on every host', async () => {
  component(`<script is:inline>console.log('inline')</script>
    <button data-vote>Vote</button><iframe src="https://vote.example/"></iframe>
    <script>document.querySelector('[data-vote]').addEventListener('click', () => alert(1));</script>`);
  change(
    'astro.config.mjs',
    'newsroom()',
    "newsroom({ csp: { frame: ['https://vote.example'] } })",
  );
  await build('dist', environment, project);
  // printf "console.log('inline')" | openssl dgst -sha256 -binary | base64
  const inline = "'sha256-UaOGrfnTUkOcfSx5zbfJdpt0OIURo3vZfzq63FFzVPM='";
  const allowed = (text: string) =>
    /script-src [^;]*'self'/.test(text) &&
    text.includes(inline) &&
    text.includes('frame-src https://vote.example');
  // The real content is built for GitHub Pages, whose pages carry their policy.
  const page = readFileSync(join(site, 'index.html'), 'utf8');
  expect(
    allowed(/<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page)![1]!),
  ).toBe(true);
  const [, script = ''] = /<script type="module" src="\/([^"]+)">/.exec(page)!;
  expect(readFileSync(join(site, script), 'utf8')).toContain('data-vote');
  // Long after, and without astro.config.mjs.
  execFileSync(process.execPath, ['src/cli/host.ts', 'nginx', site], {
    env: { ...process.env, CACHE: join(root, 'cache') },
  });
  expect(allowed(readFileSync(join(site, '.host/http.conf'), 'utf8'))).toBe(true);
});
