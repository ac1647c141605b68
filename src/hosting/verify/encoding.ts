import { promisify } from 'node:util';
import { brotliDecompress, gunzip, zstdDecompress } from 'node:zlib';
import { said, type Answer } from './ask.ts';
import type { Finding } from './difference.ts';
import type { Promised } from './promised.ts';

/** The encodings of texts: the name in headers, and the file extension of precompressed variants. */
export const encodings = [
  { name: 'br', ending: 'br', unpack: promisify(brotliDecompress) },
  { name: 'gzip', ending: 'gz', unpack: promisify(gunzip) },
  { name: 'zstd', ending: 'zst', unpack: promisify(zstdDecompress) },
];

/** Whether hosts compress a file, by its content type. */
export const isText = ({ headers }: Pick<Promised, 'headers'>) =>
  /^text\/|[/+](?:json|xml|javascript)\b/.test(headers?.['content-type'] ?? '');

/**
 * Compares the body of a response with the bytes of a file.
 * @param accepted the encodings in the request
 */
export async function differentBytes(
  answer: Answer,
  bytes: Buffer,
  accepted: string[],
  what: Promised['what'],
): Promise<Finding[]> {
  const others = 'are not those of the built file.';
  const body = (problem: string): Finding[] => [{ what: `body of ${what}`, problem }];
  const packing = (problem: string): Finding[] => [{ what: `compression of ${what}`, problem }];
  const used = said(answer, 'content-encoding');
  if (used === undefined) return answer.body.equals(bytes) ? [] : body(`The bytes ${others}`);
  if (!accepted.includes(used))
    return packing(
      `The response is encoded as ${used}, but the request accepts ${accepted.join(', ') || 'none'}.`,
    );
  const { unpack } = encodings.find(({ name }) => name === used)!;
  const whole = await unpack(answer.body).catch(() => undefined);
  if (!whole) return packing(`The ${used} response cannot be decompressed.`);
  if (!whole.equals(bytes)) return body(`Decompressed from ${used}, the bytes ${others}`);
  // Without Vary, a cache would send it to programs that cannot decompress it (RFC 9110, section 12.5.5).
  const varies = /(?:^|,)\s*(?:accept-encoding|\*)\s*(?:,|$)/i.test(said(answer, 'vary') ?? '');
  return varies ? [] : packing('A compressed response lacks Vary: Accept-Encoding.');
}
