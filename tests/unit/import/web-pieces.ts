/** A piece of a story as a publishing system writes it, and what a reader of it sees there. */
export interface Piece {
  html: string;
  says: string;
}

/** Invented words and numbers: the same seed makes the same ones. */
export class Words {
  #state: number;

  constructor(seed: number) {
    this.#state = seed + 1;
  }

  /** A whole number below a limit (mulberry32’s mixing of a counter). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  word(): string {
    const syllables = this.pick(scripts);
    return Array.from({ length: 2 + this.below(3) }, () => this.pick(syllables)).join('');
  }

  /** A figure as newspapers write them. */
  figure(): string {
    const number = this.below(9000) + 1;
    const forms = [
      `${number}`,
      `${number}.5`,
      `1,${String(number % 900).padStart(3, '1')}`,
      `10:${10 + (number % 49)}`,
    ];
    return this.pick(forms);
  }

  line(): string {
    const length = 3 + this.below(6);
    const parts = Array.from({ length }, () => (this.below(5) ? this.word() : this.figure()));
    return parts.join(' ');
  }
}

const scripts = [
  'ka lo mi ter dan ve sho ru pel an'.split(' '),
  'ça ë shë gji xha nj rre llo'.split(' '),
  'ма ло ви жа ћи ње ку ст'.split(' '),
  'ão çõ lhé nho ví tá rê gu'.split(' '),
];

type Make = (words: Words) => Piece;

const inLine =
  (html: (line: string) => string): Make =>
  (words) => {
    const line = words.line();
    return { html: html(line), says: line };
  };

/** Lines as people set them in whatever editor. */
const spans: Make[] = [
  inLine((line) => line),
  inLine((line) => `<strong>${line}</strong>`),
  inLine((line) => `<b>${line} </b>`),
  inLine((line) => `<em> ${line}</em>`),
  inLine((line) => `<a href="https://a.example/x?a=1&amp;b=2">${line}</a>`),
  inLine((line) => `<font color="#333" size="2">${line}</font>`),
  inLine((line) => `<span style="font-weight: 400;">${line}</span>`),
  inLine((line) => `<ins>${line}</ins>`),
  inLine((line) => `<s>${line}</s>`),
  inLine((line) => `<mark class="x">${line}</mark>&nbsp;`),
  inLine((line) => `“${line}” [sic]`.replace(' [sic]', '')),
  inLine((line) => `<o:p>${line}</o:p>`),
  inLine((line) => `<abbr title="${line}">${line}</abbr>`),
  (words) => {
    const [unit, power, figure] = [words.word(), words.below(90) + 2, words.figure()];
    return { html: `${figure} ${unit}<sup>${power}</sup>`, says: `${figure} ${unit} ${power}` };
  },
  (words) => {
    const [unit, index] = [words.word(), words.below(90) + 2];
    return { html: `${unit}<sub>${index}</sub>`, says: `${unit} ${index}` };
  },
];

/** Some such lines in one. */
export function run(words: Words): Piece {
  const parts = Array.from({ length: 1 + words.below(4) }, () => words.pick(spans)(words));
  return {
    html: parts.map(({ html }) => html).join(' '),
    says: parts.map(({ says }) => says).join(' '),
  };
}

const around =
  (before: string, after: string): Make =>
  (words) => {
    const { html, says } = run(words);
    return { html: `${before}${html}${after}`, says };
  };

const several = (words: Words, make: Make): Piece[] =>
  Array.from({ length: 2 + words.below(3) }, () => make(words));

const joined = (pieces: Piece[], before: string, after: string, between = ''): Piece => ({
  html: `${before}${pieces.map(({ html }) => html).join(between)}${after}`,
  says: pieces.map(({ says }) => says).join('\n'),
});

/** Blocks that any system writes. */
export const blocks: Make[] = [
  around('<h2>', '</h2>'),
  around('<h4 class="x">', '</h4>'),
  around('<blockquote><p>', '</p></blockquote>'),
  around('<div class="a"><div>', '</div></div>'),
  around('<details><summary>', '</summary></details>'),
  around('<div style="text-align: center;">', '</div>'),
  (words) => joined(several(words, around('<li>', '</li>')), '<ul>', '</ul>', '\n'),
  (words) => {
    const start = words.below(90) + 2;
    const list = joined(several(words, around('<li>', '</li>')), `<ol start="${start}">`, '</ol>');
    return { ...list, says: `${start} ${list.says}` };
  },
  (words) => {
    const list = joined(several(words, around('<li>', '</li>')), '<ol reversed>', '</ol>');
    return { ...list, says: `${list.says.split('\n').length} ${list.says} 1` };
  },
  (words) => {
    const start = words.below(900) + 101;
    const entry = run(words);
    return {
      html: `<ol start="${start}"><li>${entry.html}</li></ol>`,
      says: `${start} ${entry.says}`,
    };
  },
  (words) => {
    const row = () => joined(several(words, around('<td>', '</td>')).slice(0, 2), '<tr>', '</tr>');
    const caption = words.line();
    const rows = joined([row(), row(), row()], '<table><tbody>', '</tbody></table>');
    return {
      html: `<figure class="wp-block-table">${rows.html}<figcaption>${caption}</figcaption></figure>`,
      says: `${rows.says}\n${caption}`,
    };
  },
  (words) => {
    const [alt, caption, name] = [words.line(), words.line(), words.word()];
    return {
      html: `<figure class="x"><img src="https://harbour.example/${words.below(999)}.jpg" alt="${alt}"><figcaption>${caption} (${name}/AP)</figcaption></figure>`,
      says: `${alt} ${caption} ${name} AP`,
    };
  },
  (words) => {
    const [title, line] = [words.line(), words.line()];
    return {
      html: `<figure class="wp-block-pullquote"><blockquote><p>${line}</p><cite>${title}</cite></blockquote></figure>`,
      says: `${line} ${title}`,
    };
  },
  (words) => {
    const line = words.line();
    return {
      html: `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://v.example/${words.below(99)}\n</div><figcaption>${line}</figcaption></figure>`,
      says: line,
    };
  },
];

/** Blocks of Ghost’s. */
export const ghostBlocks: Make[] = [
  ...blocks,
  around('<p>', '</p>'),
  around(
    '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">',
    '</div></div>',
  ),
  (words) => {
    const [head, line] = [words.line(), words.line()];
    return {
      html: `<div class="kg-card kg-toggle-card" data-kg-toggle-state="close"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text"><span>${head}</span></h4><button class="kg-toggle-card-icon"><svg><path d="M23"/></svg></button></div><div class="kg-toggle-content"><p>${line}</p></div></div>`,
      says: `${head} ${line}`,
    };
  },
  (words) => {
    const [title, about, publisher] = [words.line(), words.line(), words.word()];
    return {
      html: `<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/"><div class="kg-bookmark-content"><div class="kg-bookmark-title">${title}</div><div class="kg-bookmark-description">${about}</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="i.png"><span class="kg-bookmark-publisher">${publisher}</span></div></div></a></figure>`,
      says: `${title} ${about} ${publisher}`,
    };
  },
  (words) => {
    const [title, about, size] = [words.line(), words.line(), words.below(90) + 1];
    return {
      html: `<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="__GHOST_URL__/content/files/a.pdf" title="Download" download><div class="kg-file-card-contents"><div class="kg-file-card-title">${title}</div><div class="kg-file-card-caption">${about}</div><div class="kg-file-card-metadata"><div class="kg-file-card-filename">a.pdf</div><div class="kg-file-card-filesize">${size} KB</div></div></div></a></div>`,
      says: `${title} ${about} ${size}`,
    };
  },
];

/** What old editors wrote: paragraphs that are empty lines, with codes in square brackets among them. */
export const classicBlocks: Make[] = [
  ...blocks,
  ...[1, 2, 3, 4].map(() => run),
  (words) => joined(several(words, run), '', '', '\n'),
  (words) => joined(several(words, run), '<strong>', '<br></strong>', '<br />\n'),
  around('<p style="text-align: center;">', '</p>'),
  (words) => {
    const [caption, name] = [words.line(), words.word()];
    return {
      html: `[caption id="attachment_${words.below(99)}" align="alignnone" width="300"]<a href="b.jpg"><img src="https://harbour.example/b${words.below(99)}.jpg" alt="" /></a> ${caption} (${name}/AP)[/caption]`,
      says: `${caption} ${name} AP`,
    };
  },
  (words) => {
    const [line, name] = [words.line(), words.word()];
    return { html: `[pullquote cite="${name}"]${line}[/pullquote]`, says: `${line} ${name}` };
  },
  (words) => {
    const line = words.line();
    return { html: `[contact-form-7 id="12" title="${line}"]`, says: line };
  },
  (words) => {
    const { html, says } = run(words);
    return { html: `[box color="red"]${html}[/box]`, says };
  },
];

/** A story of such blocks. */
export function storyOf(words: Words, make: Make[], between: string): Piece {
  const pieces = Array.from({ length: 3 + words.below(9) }, () => words.pick(make)(words));
  return joined(pieces, '', '', between);
}
