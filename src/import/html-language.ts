import type { ElementContent, Root, RootContent } from 'hast';

/** The languages that HTML states for its words. */
export interface LanguageOfHtml {
  /** The BCP 47 tag of more than half of the words. */
  language?: string;
  /** The tags of the rest. */
  others: string[];
  /** Whether more than half of the words run from right to left. */
  isFromRight: boolean;
}

/** Reads `lang` and `dir` (HTML, 3.2.6) of a piece of HTML, word by word. */
export function languageOf(tree: Root): LanguageOfHtml {
  const counts = new Map<string, number>();
  let all = 0;
  let fromRight = 0;
  const open: { node: RootContent | ElementContent; language: string; isFromRight: boolean }[] =
    tree.children.map((node) => ({ node, language: '', isFromRight: false }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    let { language, isFromRight } = next;
    if (node.type === 'text') {
      const words = node.value.split(/\s+/).filter(Boolean).length;
      all += words;
      if (isFromRight) fromRight += words;
      if (language && words > 0) counts.set(language, (counts.get(language) ?? 0) + words);
    } else if (node.type === 'element') {
      const { lang, xmlLang, dir } = node.properties;
      language = String(lang ?? xmlLang ?? language);
      if (dir !== undefined && dir !== null) isFromRight = /^rtl$/i.test(String(dir));
      for (const child of node.children) open.push({ node: child, language, isFromRight });
    }
  }
  const [main] = [...counts].find(([, words]) => words * 2 > all) ?? [];
  const others = [...counts.keys()].filter((tag) => tag !== main).toSorted();
  return { ...(main && { language: main }), others, isFromRight: fromRight * 2 > all };
}
