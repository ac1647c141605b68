import { afterEach, describe, expect, it, vi } from 'vitest';
import { lookAt } from '../../../src/cli/arguments.ts';
import { openAt, servedAt, serving } from '../../../src/cli/serving.ts';

const { argv } = process;
afterEach(() => {
  process.argv = argv;
  vi.restoreAllMocks();
});

describe('the words of a command', () => {
  const build = { options: { record: { type: 'boolean' } }, allowPositionals: true } as const;
  const serve = { options: serving };

  it.each([
    [build, ['--recrod'], 'There is no flag --recrod. The nearest one is --record.'],
    [serve, ['--prot', '1'], 'There is no flag --prot. The nearest one is --port.'],
    [serve, ['--constructor'], /^There is no flag --constructor\. The nearest one is --/],
    [serve, ['-x'], /^There is no flag -x\. The nearest one is --/],
    [serve, ['site'], '“site” is not expected: this command takes only flags.'],
    [serve, ['--port'], /^--port needs a value\./],
    [serve, ['--host', '--port'], /^--host needs a value\. .* --host=-value\.$/],
    [build, ['--record=no'], '--record takes no value, but got “no”.'],
    [serve, ['--help=yes'], '--help takes no value, but got “yes”.'],
  ])('%j is refused for %j in our words', (config, words, problem) => {
    const { problem: told } = lookAt(words, config);
    expect(told).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  });

  it.each([
    [build, ['site', '--record']],
    [build, ['--', '--record']],
    [serve, ['--port', '8080', '--host=-x']],
  ])('%j takes %j', (config, words) => {
    expect(lookAt(words, config)).toEqual({ problem: undefined, isHelp: false });
  });

  it.each([['--help'], ['-h']])('ask for help by %s', (word) => {
    expect(lookAt([word], serve).isHelp).toBe(true);
  });
});

it.each([
  ...['build', 'check', 'dev', 'host', 'import', 'new', 'next-release', 'ping', 'reference'],
  ...['start', 'verify'],
])('%s says by --help how it is used, and does nothing else', async (command) => {
  process.argv = ['node', command, '--help'];
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ends with ${code}`);
  });
  await expect(import(`../../../src/cli/${command}.ts`)).rejects.toThrow('ends with 0');
  expect(print.mock.calls).toEqual([
    [expect.stringMatching(new RegExp(`^npm (?:run )?(?:--silent )?${command}\\b`))],
  ]);
});

describe('a server', () => {
  it('is for this machine alone, at a port that is free, if nothing is said', () => {
    expect(servedAt({}).server).toEqual({});
    expect(servedAt({}).vite.preview).toEqual({ strictPort: false });
  });

  it('is where it is to be, and nowhere else', () => {
    const { server, vite } = servedAt({ port: '8080', host: '0.0.0.0' });
    expect(server).toEqual({ port: 8080, host: '0.0.0.0' });
    expect([vite.preview, vite.server]).toEqual([{ strictPort: true }, { strictPort: true }]);
  });

  it.each([
    [{ port: '0' }, '“0” is not a port: use a number from 1 to 65535.'],
    [{ port: '65536' }, '“65536” is not a port'],
    [{ port: 'http' }, '“http” is not a port'],
    [{ host: 'http://a' }, '“http://a” is not an address.'],
  ])('is refused at %o', (where, problem) => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`ends with ${code}`);
    });
    expect(() => servedAt(where)).toThrow('ends with 2');
    expect(print.mock.calls[0]![0]).toContain(problem);
  });

  it.each([
    [undefined, 'http://localhost:4321/news/'],
    ['0.0.0.0', 'http://localhost:4321/news/'],
    ['192.0.2.1', 'http://192.0.2.1:4321/news/'],
    ['2001:db8::1', 'http://[2001:db8::1]:4321/news/'],
  ])('at %s is opened at %s', (host, address) => {
    expect(openAt(host, 4321, '/news/')).toBe(address);
  });
});
