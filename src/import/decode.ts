/**
 * Decodes a text: UTF-8, UTF-16 with a byte order mark, or otherwise Windows-1252, which old editing
 * systems write.
 * @returns the text with line ends as `\n`, and a note if it was not UTF-8
 */
export function decodeText(bytes: Uint8Array): { text: string; note?: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const encoding = first === 0xff ? 'utf-16le' : 'utf-16be';
    return { text: lines(new TextDecoder(encoding).decode(bytes)), note: 'It was read as UTF-16.' };
  }
  try {
    return { text: lines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return {
      text: lines(new TextDecoder('windows-1252').decode(bytes)),
      note: 'It is not UTF-8 and was read as Windows-1252; check quotation marks and accents.',
    };
  }
}

function lines(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n');
}
