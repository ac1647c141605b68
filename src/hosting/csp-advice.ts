import { directiveOf } from './csp.ts';
import type { Need } from './page-reader.ts';

const policy = 'which the Content Security Policy blocks';

/**
 * Explains why the policy blocks an element, and how to fix it.
 * @param most the limit of styles and scripts in a policy, if the element exceeds it
 * @returns the rest of a sentence that begins with the element, and a second sentence
 */
export function adviceFor(need: Need, most: number | false): { what: string; fix: string } {
  const { directive, source, element } = need;
  if (most)
    return {
      what: `is different on many pages: the Content Security Policy has room for ${most} different styles and scripts`,
      fix:
        element === 'style'
          ? 'Give all pages the same style, and what differs a class.'
          : 'Give all pages the same script, and what differs in a data- attribute.',
    };
  if (directive === 'style-src-attr')
    return {
      what: `has a style in an attribute, ${policy}`,
      fix: 'Give it a class, and that a style in the component’s <style>.',
    };
  if (directive === 'script-src-attr')
    return source === 'javascript:'
      ? { what: `has code in an address, ${policy}`, fix: moveCode }
      : { what: `has code in the attribute ${source}, ${policy}`, fix: moveCode };
  const what = `needs ${source} (${directive}), ${policy}`;
  const option = Object.entries(directiveOf).find(([, one]) => one === directive)?.[0];
  if (option && (source.startsWith('https://') || (option === 'img' && source === 'data:')))
    return {
      what,
      fix: `Add it in astro.config.mjs: newsroom({ csp: { ${option}: ['${source}'] } }), ${others[directive]}.`,
    };
  return { what, fix: fixes[directive] ?? 'Use an address that begins with https://.' };
}

const moveCode =
  'Move the code into a <script> of the component: Astro makes that a file, which the policy allows.';

/** The alternative to adding the origin. */
const others: Record<string, string> = {
  'connect-src': 'or drop it',
  'form-action': 'or send the form to the site',
  'frame-src': 'or link to it',
  'img-src': 'or put the picture beside the story or into public/',
  'media-src': 'or put the recording beside the story',
  'script-src':
    'or move the script to a file of the site and import it in a <script> of the component',
};

/** The fixes where no option helps. */
const fixes: Record<string, string> = {
  'base-uri': 'Take it out, and write addresses that begin with a slash.',
  'font-src': 'Put the font into public/.',
  'frame-src': 'Link to it: the pages of the site may not be framed.',
  'manifest-src': 'Put the manifest into public/.',
  'object-src': 'Use a frame, a picture or a link.',
  'style-src': 'Import the style sheet in the component: Astro puts it into the page.',
};
