/**
 * Finds the pictures, cards, maps and recordings that a page or file of the site references.
 * @param url the address of the front page
 * @returns a function that reads a text and returns their paths relative to the front page
 */
export function assetReferencesIn(url: string): (text: string) => string[] {
  const { origin, pathname: base } = new URL(url);
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // Fonts are in every build. The path must not match a folder of the same name on another site.
  const used = new RegExp(
    `(?:${escaped(origin)}|(?<![\\w.:/-]))${escaped(base)}(_astro/(?!fonts/)|cards/|maps/|media/)([^"'\\s,()<>\\\\]+)`,
    'g',
  );
  return (text) => {
    const names = [...text.matchAll(used)].map(([, folder, name]) => folder! + plain(name!));
    return [...new Set(names)];
  };
}

/** The file name in an address from HTML, or from HTML inside XML. */
function plain(name: string): string {
  const [own = ''] = name.split(/(?:&|&amp;)(?:quot|#x22|#34|lt|#x3c|gt);/i);
  const unescaped = own.replaceAll('&amp;', '&').replaceAll('&amp;', '&');
  try {
    return decodeURI(unescaped.replace(/[?#].*$/, ''));
  } catch {
    return unescaped;
  }
}
