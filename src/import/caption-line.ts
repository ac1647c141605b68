import { captionWith } from './imported-story.ts';
import { patternOf } from './press-words.ts';

const label = `(?:${patternOf('picture')})`;
// These name the photographer and need no colon.
const labelBy = '(?:(?:photo|photograph|picture|image) by|foto (?:von|de|di|nga)|photo (?:de|par))';
// A name, an agency or both; not a sentence, nor a word that comes before a colon in a sentence.
const credit = String.raw`(?<credit>[\p{Lu}\p{Lt}\p{Script=Arabic}@©][^()[\]!?“”"«»]{1,78}?)`;
const forms = [
  // (Foto: Ana Reis/ANH), [Foto von Ana Reis], (تصوير: …)
  String.raw`[([]\s*(?:${label}\s*[:©–-]?|©)\s*${credit}\s*[)\]]\.?`,
  // Foto: Ana Reis/ANH, after a sentence, after a bar or alone.
  String.raw`(?:(?<=^|[.!?”"»…)])\s*|\s*[|/–—-]\s+)(?:${label}\s*[:©]|${labelBy}\s|©)\s*${credit}\.?`,
].map((form) => new RegExp(String.raw`^(?<words>.*?)\s*${form}$`, 'iu'));

/**
 * A caption as the wires write it, with the credit in parentheses at its end; empty if the line is not a
 * caption. “Foto: Ana Reis” alone is the credit of a picture without a caption.
 */
export function readCaption(line: string): string {
  for (const form of forms) {
    const { words, credit: by } = form.exec(line)?.groups ?? {};
    if (words === undefined || by === undefined) continue;
    // “Photo: the hall was empty” is a sentence.
    if (!/^[\p{Lu}\p{Lt}\p{Script=Arabic}@©]/u.test(by) || by.split(' ').length > 9) continue;
    return captionWith(words.replace(/\s*[|/–—-]$/, ''), by.replace(/\s*\/\s*/g, '/').trim());
  }
  return isCaption(line) ? line : '';
}

/** Whether a paragraph ends like a caption: (Name/AGENCY), (AP Photo/Name) or “. (AP)”. */
function isCaption(paragraph: string): boolean {
  return (
    /\([^()]*(?:\p{L}\s*\/\s*\p{Lu}|Photos?\b)[^()]*\)$/u.test(paragraph) ||
    /[.!?”"]\s*\(\p{Lu}{2,8}\)$/u.test(paragraph)
  );
}
