import { isMapFile, searchFile } from './built-site.ts';
import { directiveOf, type CspAdditions, type Directives } from './csp.ts';
import type { PageFacts } from './page-reader.ts';

/** A policy as hosts send it. */
export const policyOf = (directives: Directives) =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

const self = ["'self'"];
const none = ["'none'"];

/** The facts that decide the policy of a page. */
export interface Needs extends Pick<PageFacts, 'styles' | 'scripts'> {
  hasScriptFile?: boolean;
  csp: CspAdditions;
}

/** What pages may do, and what stands for them: redirects, and files opened on their own. */
export function page({ styles, scripts, hasScriptFile, csp }: Needs): Directives {
  const directives: Directives = {
    'default-src': none,
    'script-src': [...(hasScriptFile ? self : []), ...scripts],
    'style-src': styles,
    'img-src': self,
    'font-src': self,
    'media-src': self,
    'manifest-src': self,
    // No page but the search fetches anything; Lighthouse fetches robots.txt as the page would.
    'connect-src': self,
    'form-action': self,
    'base-uri': none,
    'frame-ancestors': none,
    // Nothing is ever made a script or HTML of text (Trusted Types).
    'require-trusted-types-for': ["'script'"],
    'trusted-types': none,
  };
  for (const [name, sources] of Object.entries(csp)) {
    const directive = directiveOf[name as keyof CspAdditions];
    if (sources.length > 0) directives[directive] = [...(directives[directive] ?? []), ...sources];
  }
  return directives;
}

/** The search has a script of its own, which unpacks the index with WebAssembly. */
export function searchPage(needs: Needs): Directives {
  const { 'script-src': scripts = [], ...others } = page({ ...needs, hasScriptFile: true });
  return { ...others, 'script-src': [...scripts, "'wasm-unsafe-eval'"] };
}

/** A map that is opened on its own is a document too. */
export const mapFile = (styles: string[]): Directives => ({
  'default-src': none,
  'style-src': styles,
  'base-uri': none,
  'form-action': none,
  'frame-ancestors': none,
  sandbox: [],
});

/** There is nothing of ours in such a page, and nothing in it may run. */
export const shownFile: Directives = {
  'default-src': none,
  'style-src': ["'unsafe-inline'"],
  'img-src': ['data:'],
  'base-uri': none,
  'form-action': none,
  'frame-ancestors': none,
};

/**
 * The policy for a page or a map, with the hashes of its own styles and scripts.
 * @param file its path below the front page
 */
export function directivesFor(file: string, facts: PageFacts, csp: CspAdditions): Directives {
  if (isMapFile(file)) return mapFile(facts.styles);
  return (file === searchFile ? searchPage : page)({ ...facts, csp });
}

/** The policy that stands in a page itself. Who may frame it can’t be said there (CSP 3, section 3.3). */
export function policyWithin(file: string, facts: PageFacts, csp: CspAdditions): string {
  const said = Object.entries(directivesFor(file, facts, csp)).filter(
    ([name, sources]) => name !== 'frame-ancestors' && sources.length > 0,
  );
  return policyOf(Object.fromEntries(said));
}
