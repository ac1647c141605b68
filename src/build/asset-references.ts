/**
 * Finds the pictures, cards, maps and recordings that a page or a file of the site shows.
 * @param url the address of the front page
 * @returns what reads a text, and gives their paths below the front page
 */
export function assetReferencesIn(url: string): (text: string) => string[] {
  const { origin, pathname: base } = new URL(url);
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // Fonts are in every build. Another site may have a folder of the same name.
  const used = new RegExp(
    `(?:${escaped(origin)}|(?<![\\w.:/-]))${escaped(base)}(_astro/(?!fonts/)|cards/|maps/|media/)([^"'\\s,()<>\\\\]+)`,
    'g',
  );
  return (text) => {
    const names = [...text.matchAll(used)].map(([, folder, name]) => folder! + plain(name!));
    return [...new Set(names)];
  };
}

/** A name in an address, in HTML or within HTML in XML, as the file has it. */
function plain(name: string): string {
  const [own = ''] = name.split(/(?:&|&amp;)(?:quot|#x22|#34|lt|#x3c|gt);/i);
  const unescaped = own.replaceAll('&amp;', '&').replaceAll('&amp;', '&');
  try {
    return decodeURI(unescaped.replace(/[?#].*$/, ''));
  } catch {
    return unescaped;
  }
}
