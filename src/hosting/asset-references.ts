/** Finds the pictures, cards, maps and recordings that pages and files of the site reference. */
export interface AssetReferences {
  /** The path of an asset relative to the front page, by its address; undefined for other addresses. */
  at(address: string): string | undefined;
  /** The assets whose addresses are in a text that is not a page: a feed, JSON, Markdown. */
  inText(text: string): string[];
}

/** @param url the address of the front page */
export function assetReferences(url: string): AssetReferences {
  const { origin, pathname: base } = new URL(url);
  // Fonts are in every build. The path must not match a folder of the same name on another site.
  const used = new RegExp(
    `(?:${RegExp.escape(origin)}|(?<![\\w.:/-]))${RegExp.escape(base)}(_astro/(?!fonts/)|cards/|maps/|media/)([^"'\\s,()<>\\\\]+)`,
    'g',
  );
  return {
    at(address) {
      const start = [url, base].find((one) => address.startsWith(one));
      const path = start === undefined ? '' : address.slice(start.length);
      return /^(?:_astro\/(?!fonts\/)|cards\/|maps\/|media\/)./.test(path)
        ? decoded(path)
        : undefined;
    },
    inText(text) {
      const names = [...text.matchAll(used)].map(([, folder, name]) => folder! + plain(name!));
      return [...new Set(names)];
    },
  };
}

/** The file name in an address from HTML inside XML. */
function plain(name: string): string {
  const [own = ''] = name.split(/(?:&|&amp;)(?:quot|#x22|#34|lt|#x3c|gt);/i);
  return decoded(own.replaceAll('&amp;', '&').replaceAll('&amp;', '&'));
}

function decoded(path: string): string {
  try {
    return decodeURI(path.replace(/[?#].*$/, ''));
  } catch {
    return path;
  }
}
