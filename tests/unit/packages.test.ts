import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costOf, goneWith, lockedPackages, rowsOf, type Locked, type Packages } from '../costs.ts';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const locked = lockedPackages();
const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];

/** Builds of which the registry at hand had none when they were locked. */
const unknown = /^@astrojs\/compiler-binding-(?!linux-x64)/;

/** What speaks against a lockfile’s packages. */
function problemsOf(packages: Packages, allowed: Record<string, boolean>): string[] {
  return Object.entries(packages).flatMap(([folder, { resolved, ...entry }]) => {
    if (folder === '') return [];
    const name = folder.replace(/^.*node_modules\//, '');
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
  it('has a checksum of every package, from the registry, and no script that nobody named', () => {
    expect(Object.keys(locked).length).toBeGreaterThan(500);
    expect(problemsOf(locked, manifest.allowScripts)).toEqual([]);
  });

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

it('versions are exact', () => {
  const { dependencies, devDependencies } = manifest;
  const versions = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

describe('install scripts', () => {
  it('run of one package only, and none is named that is gone', () => {
    const { allowScripts } = manifest;
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
    const gone = (name: string) => !locked[`node_modules/${name}`]?.hasInstallScript;
    expect(Object.keys(allowScripts).filter(gone)).toEqual([]);
  });

  it('that are not named end an installation', () => {
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('strict-allow-scripts=true');
  });
});

describe('docs/dependencies.md', () => {
  const rows = rowsOf(readFileSync('docs/dependencies.md', 'utf8'));

  it('says of every package once why it is there', () => {
    expect(rows.flatMap((row) => row.names).sort()).toEqual(names.sort());
  });

  const isMeasured = process.platform === 'linux' && process.arch === 'x64';
  it.runIf(isMeasured).each(rows)('says what it costs: $names', (row) => {
    const cost = costOf(row.names, locked);
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
  expect(told).not.toContain(`pkg:npm/vitest@${manifest.devDependencies.vitest}`);
  // What a script of a package has installed is in no lockfile: Node’s own binary, for one.
  const locked = components.filter(({ properties }) =>
    properties.every(({ name }) => name !== 'cdx:npm:package:extraneous'),
  );
  expect(locked.filter(({ hashes }) => !hashes?.length)).toEqual([]);
});
