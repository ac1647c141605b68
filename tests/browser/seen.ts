// What is asked of a page in every engine: each function runs in the page, and knows nothing outside itself.

/** What is wrong with the texts and pictures of a page, and how many there are. */
export async function lookAt() {
  const isShown = (one: Element) =>
    !one.closest('details:not([open]) > :not(summary), [hidden], .unseen, .skip');
  const problems: string[] = [];
  const nameOf = (one: Element) => one.outerHTML.slice(0, 100);
  const images = [...document.images].filter(isShown);
  for (const image of images) {
    image.loading = 'eager';
    // Not decode(), which WebKit may leave unanswered.
    for (let tries = 0; tries < 200 && !(image.complete && image.naturalWidth > 0); tries++)
      await new Promise((waited) => setTimeout(waited, 50));
    if (image.naturalWidth === 0) problems.push(`does not load: ${nameOf(image)}`);
  }
  const texts = [
    ...document.querySelectorAll(
      'h1, h2, h3, .standfirst, .byline, main p, main li, main dd, main th, .caption, .credit, .colophon li',
    ),
  ].filter((one) => isShown(one) && one.textContent.trim() !== '' && !one.closest('noscript'));
  for (const text of texts) {
    const { left, right, width, height } = text.getBoundingClientRect();
    const isIn = left >= -1 && right <= document.documentElement.clientWidth + 1;
    if (!text.checkVisibility() || width < 1 || height < 1 || !(isIn || text.closest('.frame')))
      problems.push(`is not seen: ${nameOf(text)}`);
  }
  return { texts: texts.length, pictures: images.length, problems };
}

/** How much wider than the window a page is, in px, with text of a size and in a direction. */
export function wideness({ text, dir }: { text: string; dir: string }): number {
  const root = document.documentElement;
  const own = root.dir;
  root.style.fontSize = text;
  root.dir = dir || own;
  const { scrollWidth, clientWidth } = root;
  root.style.fontSize = '';
  root.dir = own;
  return scrollWidth - clientWidth;
}

/** Waits until there is an element, and tells its text. */
export async function isSaid(selector: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const found = document.querySelector(selector);
    if (found) return found.textContent;
    await new Promise((waited) => setTimeout(waited, 50));
  }
  return document.body.innerText;
}

/**
 * How far the lines of each part of a list’s entry begin from its sides, in px: as it is, and with all
 * directions of the page turned.
 */
export function sidesOf(selector: string) {
  const entry = document.querySelector<HTMLElement>(selector)!;
  const measure = () => {
    const box = entry.getBoundingClientRect();
    const parts = [...entry.children].map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return range.getBoundingClientRect();
    });
    return {
      left: parts.map(({ left }) => Math.round(left - box.left)),
      right: parts.map(({ right }) => Math.round(box.right - right)),
    };
  };
  const own = measure();
  const root = document.documentElement;
  [root.dir, entry.dir] = ['rtl', 'ltr'];
  const mirrored = measure();
  [root.dir, entry.dir] = ['ltr', 'rtl'];
  return { own, mirrored };
}
