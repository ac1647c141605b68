import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { satisfies } from 'semver';
import { describe, expect, it } from 'vitest';
import {
  costOf,
  goneWith,
  installed,
  lockedPackages,
  rootOf,
  rowsOf,
  type Locked,
  type Packages,
} from '../costs.ts';
import { filesIn } from '../../src/files/walk.ts';
import { hasTools } from '../tools/tools.ts';

interface Manifest {
  dependencies: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  allowScripts: Record<string, boolean>;
  scripts: Record<string, string>;
}
const manifestIn = (root: string) =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const namedIn = ({ dependencies, optionalDependencies, devDependencies }: Manifest) => ({
  ...dependencies,
  ...optionalDependencies,
  ...devDependencies,
});
const manifest = manifestIn(installed.site);
const locked = lockedPackages();
const roots = Object.values(installed);
/** The packages of a lockfile with their names; not the project’s own. */
const packagesOf = (packages: Packages) =>
  Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, entry]) => ({ ...entry, name: folder.replace(/^.*node_modules\//, '') }));

/** Builds of which the registry at hand had none when they were locked. */
const unknown = /^@astrojs\/compiler-binding-(?!linux-x64)/;

/** What speaks against a lockfile’s packages. */
function problemsOf(packages: Packages, allowed: Record<string, boolean>): string[] {
  return packagesOf(packages).flatMap(({ name, resolved, ...entry }) => {
    const hasSum = /^sha512-[\w+/]{86}==$/.test(entry.integrity ?? '');
    return [
      ...(hasSum || unknown.test(name) ? [] : [`${name} has no checksum`]),
      // Where nothing is named it is the registry that npm is set to.
      ...(resolved === undefined || resolved.startsWith(`https://registry.npmjs.org/${name}/-/`)
        ? []
        : [`${name} comes from ${resolved}`]),
      ...(entry.link ? [`${name} is a link`] : []),
      ...(entry.hasInstallScript && !(name in allowed) ? [`${name} has an install script`] : []),
    ];
  });
}

describe('package-lock.json', () => {
  it.each(roots)(
    'in %s has a checksum of every package, from the registry, and no script that nobody named',
    (root) => {
      const packages = lockedPackages(root);
      expect(Object.keys(packages).length).toBeGreaterThan(250);
      expect(problemsOf(packages, manifestIn(root).allowScripts)).toEqual([]);
    },
  );

  const integrity = locked['node_modules/yaml']?.integrity ?? '';
  it.each<[string, Locked, string[]]>([
    ['no checksum', { integrity: '' }, ['yaml has no checksum']],
    ['a weak checksum', { integrity: 'sha1-abc=' }, ['yaml has no checksum']],
    [
      'another host',
      { resolved: 'https://a.example/yaml/-/y.tgz' },
      ['yaml comes from https://a.example/yaml/-/y.tgz'],
    ],
    [
      'another package',
      { resolved: 'https://registry.npmjs.org/jaml/-/jaml-1.0.0.tgz' },
      ['yaml comes from https://registry.npmjs.org/jaml/-/jaml-1.0.0.tgz'],
    ],
    [
      'a repository',
      { resolved: 'git+ssh://git@github.com/eemeli/yaml.git#1' },
      ['yaml comes from git+ssh://git@github.com/eemeli/yaml.git#1'],
    ],
    ['a folder', { link: true }, ['yaml is a link']],
    ['a script', { hasInstallScript: true }, ['yaml has an install script']],
    ['all that is right', { resolved: 'https://registry.npmjs.org/yaml/-/yaml-2.9.1.tgz' }, []],
  ])('is not passed with %s', (_, change, problems) => {
    const packages = { '': {}, 'node_modules/yaml': { integrity, ...change } };
    expect(problemsOf(packages, { node: true })).toEqual(problems);
  });

  it('does not excuse the build that runs here', () => {
    const packages = { 'node_modules/@astrojs/compiler-binding-linux-x64-gnu': {} };
    expect(problemsOf(packages, {})).toHaveLength(1);
  });
});

it.each(roots)('versions in %s are exact', (root) => {
  const versions = Object.values(namedIn(manifestIn(root)));
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

describe('install scripts', () => {
  it.each(roots)('of packages in %s never run, and none is named that is gone', (root) => {
    const { allowScripts } = manifestIn(root);
    const packages = lockedPackages(root);
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual([]);
    const gone = (name: string) => !packages[`node_modules/${name}`]?.hasInstallScript;
    expect(Object.keys(allowScripts).filter(gone)).toEqual([]);
  });

  it.each(roots)('of packages in %s that are not named end an installation', (root) => {
    const settings = readFileSync(join(root, '.npmrc'), 'utf8').split('\n');
    expect(settings).toContain('strict-allow-scripts=true');
  });
});

describe('after an installation', () => {
  const { platform, arch, execPath } = process;
  const own = `node-${platform}-${arch}`;
  /** Runs what npm runs at the end of an installation, in a folder with these packages. */
  function end(files: string[], node: string) {
    const folder = mkdtempSync(join(tmpdir(), 'installed-'));
    const modules = join(folder, 'node_modules');
    for (const file of files) {
      mkdirSync(join(modules, dirname(file)), { recursive: true });
      writeFileSync(join(modules, file), '');
    }
    const optionalDependencies = { [own]: node };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ optionalDependencies }));
    const script = manifest.scripts.postinstall!.replace(/^node /, '');
    const { status, stderr } = spawnSync(execPath, [resolve(script)], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stderr, modules };
  }

  it('commands run on the Node that came, even where npm took its command away', () => {
    const { status, modules } = end([`${own}/bin/node`], '26.10.0');
    expect(status).toBe(0);
    expect(realpathSync(join(modules, '.bin/node'))).toBe(
      realpathSync(join(modules, own, 'bin/node')),
    );
  });

  it('only the headers of that Node are gone', () => {
    const kept = [`${own}/bin/node`, 'node-linux-pam/include/x.h', 'other/include/x.h'];
    const { modules } = end([...kept, '.bin/node', `${own}/include/node/v8.h`], '26.10.0');
    expect(filesIn(modules)).toEqual([...kept, '.bin/node'].sort());
  });

  it('it ends with an error where no Node came and that of the machine is too old', () => {
    const { status, stderr } = end(['other/x'], '1000.0.0');
    expect(status).toBe(1);
    expect(stderr).toBe(
      `Node.js 1000.0.0 was not installed for ${platform}-${arch}. Run npm ci again, or install that release of Node.js yourself.\n`,
    );
    expect(end(['other/x'], '20.0.0').status).toBe(0);
  });
});

describe('Node', () => {
  const own = manifest.optionalDependencies ?? {};
  const [version = ''] = Object.values(own);
  /** What is installed everywhere, and so has its demands checked by npm. */
  const everywhere = (packages: Packages) => packagesOf(packages).filter((one) => !one.optional);
  const refused = (packages: Packages, node: string) =>
    everywhere(packages)
      .filter(({ engines }) => !satisfies(node, engines?.node ?? '*', { includePrerelease: true }))
      .map(({ name }) => name);

  it('comes for each platform in the same version, which runs here', () => {
    expect(Object.keys(own).every((name) => /^node-/.test(name))).toBe(true);
    expect(new Set(Object.values(own)).size).toBe(1);
    expect(process.versions.node).toBe(version);
  });

  it.each(roots)('in that version is new enough for every package in %s', (root) => {
    const packages = lockedPackages(root);
    expect(everywhere(packages).length).toBeGreaterThan(200);
    expect(refused(packages, version)).toEqual([]);
  });

  // npm would warn of these where it runs on Node 20, but nothing does: .npmrc says so.
  it('of the machine may be older for those only that are known to ask for more', () => {
    const known = {
      ...Object.fromEntries(
        ['astro', '@astrojs/compiler-rs', '@astrojs/prism', 'cookie', 'undici'].map((name) => [
          name,
          'Astro asks for 22.12, and brings the others',
        ]),
      ),
      ...Object.fromEntries(
        ['ansi', 'checkbox', 'core', 'figures', 'input', 'select', 'type'].map((name) => [
          `@inquirer/${name}`,
          'the questions of npm run new; older releases get no fixes',
        ]),
      ),
      'mute-stream': 'brought by @inquirer/core',
      'p-retry': 'asks for the oldest Node that was still kept up when it came out',
      'prettier-plugin-astro': 'asks for what Astro asks for',
      vitest: 'asks for 22.12, as Vite does',
    };
    expect(refused(locked, '20.20.2').sort()).toEqual(Object.keys(known).sort());
  });

  it('is not told of what it can’t run', () => {
    const packages = {
      'node_modules/a': { engines: { node: '>=22' } },
      'node_modules/b': { engines: { node: '>=20' } },
      'node_modules/c': { optional: true, engines: { node: '>=22' } },
    };
    expect(refused(packages, '20.20.2')).toEqual(['a']);
  });
});

describe('an installation', () => {
  it('has nothing of what few checks need', () => {
    const { dependencies } = manifestIn(installed.tools);
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['lighthouse', 'wrangler']));
    expect(Object.keys(dependencies).filter((name) => `node_modules/${name}` in locked)).toEqual(
      [],
    );
  });

  // Half of what it once took: 1,008 MB in 607 packages.
  it('is of no more packages than it needs', () => {
    expect(packagesOf(locked).filter((one) => !one.optional).length).toBeLessThan(450);
  });
});

describe('docs/dependencies.md', () => {
  const rows = rowsOf(readFileSync('docs/dependencies.md', 'utf8'));

  it('says of every package once why it is there', () => {
    const names = roots.flatMap((root) => Object.keys(namedIn(manifestIn(root))));
    expect(rows.flatMap((row) => row.names).sort()).toEqual(names.sort());
  });

  const isMeasured = process.platform === 'linux' && process.arch === 'x64';
  const measured = rows.filter((row) => rootOf(row) === installed.site || hasTools());
  it.runIf(isMeasured).each(measured)('says what it costs: $names', (row) => {
    const root = rootOf(row);
    const cost = costOf(row.names, lockedPackages(root), root);
    expect(Math.abs(row.kB - cost.kB)).toBeLessThanOrEqual(cost.kB / 4);
    expect(Math.abs(row.packages - cost.packages)).toBeLessThanOrEqual(cost.packages / 4);
  });
});

describe('what a package costs', () => {
  const packages: Packages = {
    '': { dependencies: { a: '1.0.0', b: '1.0.0' }, devDependencies: { c: '1.0.0' } },
    'node_modules/a': { dependencies: { x: '1.0.0', y: '1.0.0' } },
    'node_modules/a/node_modules/y': {},
    'node_modules/b': { optionalDependencies: { z: '1.0.0', 'z-on-mars': '1.0.0' } },
    'node_modules/c': {
      peerDependencies: { p: '1.0.0', b: '1.0.0', y: '1.0.0' },
      peerDependenciesMeta: { y: { optional: true } },
    },
    'node_modules/p': { dependencies: { x: '1.0.0' } },
    'node_modules/x': {},
    'node_modules/y': {},
    'node_modules/z': {},
    'node_modules/z-on-mars': {},
  };
  const gone = (...these: string[]) =>
    goneWith(these, packages, (folder) => !folder.endsWith('-on-mars')).map((folder) =>
      folder.slice('node_modules/'.length),
    );

  it('is what nothing else needs, from its own folder first', () => {
    expect(gone('a')).toEqual(['a', 'x', 'a/node_modules/y']);
  });

  it('is what of the platforms is installed', () => {
    expect(gone('b')).toEqual(['b', 'z']);
  });

  it('counts peers but those that may be missing, and not what the site needs anyway', () => {
    expect(gone('c')).toEqual(['c', 'p']);
    expect(gone('a', 'b', 'c')).toHaveLength(7);
  });

  it('is read from a row', () => {
    expect(rowsOf('| a, b | what for |   1,367 kB in 2 | that |\n| no | no | no | no |')).toEqual([
      { names: ['a', 'b'], kB: 1367, packages: 2 },
    ]);
  });
});

it('the bill of materials tells what the site is made with, each with its checksum', () => {
  // npm’s own `--omit dev` would leave out what a tool needs too, Vite and YAML among it.
  const { components } = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 1e8 }),
  ) as { components: { purl: string; hashes?: unknown[]; properties: { name: string }[] }[] };
  const forSite = components.filter(({ properties }) =>
    properties.every(({ name }) => name !== 'cdx:npm:package:development'),
  );
  const told = forSite.map(({ purl }) => decodeURIComponent(purl));
  const named = (some: Record<string, string>) =>
    Object.entries(some).map(([name, version]) => `pkg:npm/${name}@${version}`);
  expect(told).toEqual(expect.arrayContaining(named(manifest.dependencies)));
  expect(told).not.toContain(`pkg:npm/vitest@${manifest.devDependencies!.vitest}`);
  expect(components.filter(({ hashes }) => !hashes?.length)).toEqual([]);
});
