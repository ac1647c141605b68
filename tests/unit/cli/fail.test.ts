import { describe, expect, it } from 'vitest';
import { saySystemError } from '../../../src/cli/system-error.ts';
import { whyNotServed } from '../../../src/cli/serving.ts';
import { contentFolder } from '../content.ts';
import { run } from '../command.ts';

/** An error as Node throws it. */
const systemError = (code: string, more = {}) =>
  Object.assign(new Error(`${code}: words of the system`), {
    code,
    syscall: 'open',
    ...(code === 'EADDRINUSE' ? {} : { path: '/srv/news/x' }),
    ...more,
  });

describe('an error of the system', () => {
  it.each([
    ['ENOSPC', 'There is no space left on the disk: /srv/news/x.'],
    ['EROFS', 'This file system is read-only: /srv/news/x.'],
    ['EACCES', 'Permission denied: /srv/news/x.'],
    ['EBUSY', 'The system is using this file or folder: /srv/news/x.'],
    ['EMFILE', 'Too many files are open at once: /srv/news/x.'],
  ])('%s is said in a sentence, with what to do in another', (code, sentence) => {
    expect(saySystemError(systemError(code))?.split('\n')).toEqual([
      sentence,
      expect.stringMatching(/^ {4}[A-Z].*\.$/),
    ]);
  });

  it('is known when it comes from a thread, as a cause, or among others', () => {
    const bare = new Error("ENOSPC: no space left on device, write '/srv/news/x'");
    const sentence = saySystemError(systemError('ENOSPC'));
    expect(saySystemError(bare)).toBe(sentence);
    expect(saySystemError(new Error('Astro says no.', { cause: bare }))).toBe(sentence);
    expect(saySystemError(new AggregateError([new Error('a'), bare]))).toBe(sentence);
  });

  it('names the port that is in use', () => {
    const inUse = { code: 'EADDRINUSE', address: '127.0.0.1', port: 4321 };
    expect(saySystemError(systemError('EADDRINUSE', inUse))).toMatch(
      /^This port is in use: 127\.0\.0\.1:4321\.\n.*--port/,
    );
    expect(String(whyNotServed(new Error('Port 4321 is already in use')))).toMatch(
      /^FixableError: Port 4321 is in use\. Choose another one with --port/,
    );
  });

  it('is none when it is anything else, which is told in full', () => {
    for (const error of [
      new Error('EXPECTED words'),
      new TypeError('x is not a function'),
      'ENOSPC',
    ])
      expect(saySystemError(error)).toBeUndefined();
  });
});

describe('a command', { concurrent: true }, () => {
  const CONTENT = contentFolder();

  it('that is called wrongly says so in our words and ends with 2', async () => {
    const { code, stdout, stderr } = await run('build', ['--recrod'], { CONTENT });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'There is no flag --recrod. The nearest one is --record.\nAdd --help for usage.\n',
    );
  });

  it('says what the system has against it in a sentence, not with a stack', async () => {
    const folder = contentFolder({ 'README.md/x': '' });
    const { code, stderr } = await run('reference', [], { CONTENT: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\nA folder is where a file should be: .*README\.md\.\n {4}.*\n$/);
  });

  it('says so when NEWSROOM_CLOCK names no moment', async () => {
    const { code, stderr } = await run('next-release', [], { CONTENT, NEWSROOM_CLOCK: 'noon' });
    expect(code).toBe(1);
    expect(stderr).toBe(
      '\nNEWSROOM_CLOCK is “noon”, which is not a date or time. Write a time with its offset, such as 2026-11-23T12:00:00Z.\n',
    );
  });
});
