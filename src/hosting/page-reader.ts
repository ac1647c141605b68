import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { assetReferences } from './asset-references.ts';
import { isCode, mention, navigation, usesOf, type Use } from './element-uses.ts';
import { addressesInStyle } from './style-addresses.ts';

/** Facts about a page for hosts. The build manifest keeps them: src/build/build-manifest.ts. */
export interface PageFacts {
  /** The hashes of its styles and scripts, as sources of a policy (CSP 3, section 2.3.1, hash-source). */
  styles: string[];
  scripts: string[];
  /** Whether it loads script files of the site. */
  hasScriptFile?: true;
  /** What it needs beyond the site’s own files, by directive: origins, schemes, attributes with code. */
  needs?: Record<string, string[]>;
}

/** The result of reading a page. */
export interface ReadPage {
  facts: PageFacts;
  /** Its pictures, cards, maps and recordings, by path relative to the front page. */
  assets: string[];
}

/** An element that is inline code, or that needs something beyond the site’s own files. */
export interface Need {
  directive: string;
  /** The source that the policy would need; for code in an attribute, the name of the attribute. */
  source: string;
  /** The element’s name. */
  element: string;
  /** The offsets of its start tag in the page. */
  start: number;
  end: number;
}

/** The directives that always allow the site’s own files. */
const allowSelf = new Set([
  ...['connect-src', 'font-src', 'form-action', 'img-src', 'manifest-src', 'media-src'],
]);

/** The scheme of addresses that are code. */
const code = 'javascript:';

/**
 * Creates a function that reads a page once for all facts about it.
 * @param url the address of the front page
 */
export function pageReader(url: string) {
  const { origin } = new URL(url);
  const references = assetReferences(url);
  // Most pages have the same styles and scripts.
  const hashOf = remembering(hashed);
  const usesOfStyle = remembering(addressesInStyle);

  /** The source that a policy needs for an address; undefined if browsers load nothing from it. */
  function sourceOf(address: string, page: string): string | undefined {
    if (/^(?:#|\/(?![/\\\s]))/.test(address) || address.startsWith(`${origin}/`)) return self;
    const resolved = URL.parse(address, page);
    if (!resolved || address.trim() === '' || resolved.protocol === 'about:') return undefined;
    // A blob has the origin of its page, and is not “self” to a policy.
    if (resolved.origin === 'null' || resolved.protocol === 'blob:') return resolved.protocol;
    return resolved.origin === origin ? self : resolved.origin;
  }

  /**
   * Reads a page.
   * @param text its HTML, or the SVG of a map
   * @param page its address, for resolving relative addresses
   * @param tell receives each element that a policy could block
   */
  return function read(text: string, page: string, tell?: (need: Need) => void): ReadPage {
    const facts = { styles: new Set<string>(), scripts: new Set<string>() };
    const assets = new Set<string>();
    const needs = new Map<string, Set<string>>();
    let hasScriptFile = false as boolean;
    /** The current style or script: its text so far, and the set for its hash if it is code. */
    let inside: { text: string; hashes: Set<string> | undefined } | undefined;
    let tag = { element: '', start: 0, end: 0 };

    function need(directive: string, source: string): void {
      const sources = needs.get(directive) ?? new Set();
      needs.set(directive, sources.add(source));
      tell?.({ directive, source, ...tag });
    }

    function use({ directive, address }: Use): void {
      const asset = references.at(address);
      if (asset !== undefined) assets.add(asset);
      if (asset !== undefined && allowSelf.has(directive)) return;
      if (directive === mention) return;
      if (directive.endsWith('-attr')) return need(directive, address);
      if (directive === navigation && /^(?:[/#]|https?:)/.test(address)) return;
      const source = sourceOf(address, page);
      if (source === code) return need('script-src-attr', code);
      if (source === undefined || directive === navigation) return;
      if (source !== self) return need(directive, source);
      if (directive === 'script-src') hasScriptFile = true;
      else if (!allowSelf.has(directive)) need(directive, self);
    }

    const parser = new Parser({
      onopentag(element, attributes) {
        tag = { element, start: parser.startIndex, end: parser.endIndex + 1 };
        usesOf(element, attributes).forEach(use);
        if (element === 'style') inside = { text: '', hashes: facts.styles };
        else if (element === 'script' && !('src' in attributes))
          inside = { text: '', hashes: isCode(attributes) ? facts.scripts : undefined };
        // A document in `srcdoc` has the policy of the page.
        else if (element === 'iframe' && attributes.srcdoc) {
          const { facts: inner } = read(attributes.srcdoc, page);
          for (const [directive, sources] of Object.entries(inner.needs ?? {}))
            sources.forEach((source) => need(directive, source));
          inner.styles.forEach((style) => facts.styles.add(style));
          inner.scripts.forEach((script) => facts.scripts.add(script));
          hasScriptFile ||= inner.hasScriptFile === true;
        }
      },
      ontext(part) {
        if (inside) inside.text += part;
      },
      onclosetag(element) {
        if (!inside || (element !== 'style' && element !== 'script')) return;
        const { text, hashes } = inside;
        inside = undefined;
        if (hashes) {
          const source = hashOf(text);
          hashes.add(source);
          tell?.({ directive: `${element}-src`, source, ...tag });
        } else for (const asset of references.inText(text)) assets.add(asset);
        if (hashes === facts.styles) usesOfStyle(text).forEach(use);
      },
    });
    parser.end(text);
    return {
      facts: {
        styles: [...facts.styles],
        scripts: [...facts.scripts],
        ...(hasScriptFile && { hasScriptFile }),
        ...(needs.size > 0 && {
          needs: Object.fromEntries([...needs].map(([name, all]) => [name, [...all]])),
        }),
      },
      assets: [...assets],
    };
  };
}

const self = "'self'";

/** Browsers normalize line ends in HTML before they compute the hash. */
const hashed = (text: string) =>
  `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')}'`;

/** Caches the results of a function for some texts. Each text may keep its whole page in memory. */
function remembering<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    let found = known.get(text);
    if (found !== undefined) return found;
    if (known.size > 100) known.clear();
    found = find(text);
    known.set(text, found);
    return found;
  };
}
