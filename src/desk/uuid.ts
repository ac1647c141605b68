import { hash } from 'node:crypto';

/** A UUID that is always the same for a text: version 8 of RFC 9562, whose bits are implementation-specific. */
export function uuidFrom(text: string): string {
  const hex = hash('sha256', text);
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
