import { open } from 'node:fs/promises';
import { FixableError } from '../desk/problem.ts';
import { decodeText } from './decode.ts';

/** The formats that can be imported. */
export type Format = 'plain text' | 'ninjs' | 'NewsML-G2' | 'NITF' | 'WordPress' | 'Ghost' | 'feed';

/**
 * Detects the format of a file from its content, not its name.
 * @throws {FixableError} when it is empty, not text, or in a format that cannot be imported
 */
export async function detectFormat(file: string): Promise<Format> {
  const handle = await open(file);
  const head = Buffer.alloc(65_536);
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  await handle.close();
  // The head may end within a character, which says nothing about the encoding.
  const { text } = decodeText(head.subarray(0, bytesRead));
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '')
    throw new FixableError('This file is empty.', 'Name the file that contains the story.');
  if (/\u0000/.test(start))
    throw new FixableError('This file is not text.', 'Save the story as plain text first.');
  if (start.startsWith('<')) return detectXml(start);
  if (start.startsWith('{')) return detectJson(start);
  return 'plain text';
}

function detectXml(start: string): Format {
  const declarations =
    /^(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^[>]|\[.*?\])*>)*/is.exec(start)?.[0] ?? '';
  const root = /^<(?:[\w.-]+:)?(?<name>[\w.-]+)/.exec(start.slice(declarations.length))?.groups?.[
    'name'
  ];
  if (root === 'rss')
    return /xmlns:\w+\s*=\s*["']http:\/\/wordpress\.org\/export\//.test(start)
      ? 'WordPress'
      : 'feed';
  if (root === 'feed') return 'feed';
  if (root === 'newsItem' || root === 'newsMessage') return 'NewsML-G2';
  if (root === 'nitf') return 'NITF';
  if (root === 'html')
    throw new FixableError(
      'This is a web page.',
      'Copy its text into a plain text file, or ask the sender for one of the formats in --help.',
    );
  throw new FixableError(
    `This is XML of an unknown kind: <${root ?? '?'}>.`,
    'NewsML-G2, NITF, WordPress exports, RSS 2.0 and Atom can be imported.',
  );
}

function detectJson(start: string): Format {
  if (/^\{\s*"(?:db"\s*:\s*\[|meta"\s*:\s*\{[^{}]*\}\s*,\s*"data"\s*:|data"\s*:\s*\{)/.test(start))
    return 'Ghost';
  if (/"(?:uri|versioncreated|body_html|body_text|bodies|headlines?)"\s*:/.test(start))
    return 'ninjs';
  throw new FixableError(
    'This is JSON of an unknown kind.',
    'ninjs items and Ghost exports can be imported.',
  );
}
