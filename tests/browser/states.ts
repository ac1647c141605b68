import type { CDPSession, Page } from 'playwright-core';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** What a reader has set, or how wide the window is. */
export interface State {
  /** Of the window, in px; 1280 where none is said. */
  width?: number;
  media?: Media;
  /** The size of text that is set in the browser, in px, where it is not 16. */
  text?: number;
  /** Turns the page round, whatever its language. */
  dir?: 'rtl';
  /** The spacing that WCAG 2.2, 1.4.12, lets a reader ask for. */
  isSpaced?: boolean;
}

const narrow = 320;

/** The states in which every kind of page has to be as good as in the first. */
export const states = {
  light: {},
  dark: { media: { colorScheme: 'dark' } },
  'light, 320 px': { width: narrow },
  'dark, 320 px': { width: narrow, media: { colorScheme: 'dark' } },
  '200 % text': { text: 32 },
  '200 % text, 320 px': { text: 32, width: narrow },
  'text spacing': { width: narrow, isSpaced: true },
  'forced colours': { media: { forcedColors: 'active' } },
  'forced colours, dark': { media: { forcedColors: 'active', colorScheme: 'dark' } },
  'more contrast': { media: { contrast: 'more' } },
  'more contrast, dark': { media: { contrast: 'more', colorScheme: 'dark' } },
  'right-to-left': { dir: 'rtl' },
  'right-to-left, 320 px': { dir: 'rtl', width: narrow },
} as const satisfies Record<string, State>;

const sessions = new WeakMap<Page, CDPSession>();

/** Brings an open page into a state, whichever it was in before. */
export async function enter(page: Page, state: State): Promise<void> {
  const { width = 1280, media, text = 16, dir = '', isSpaced = false } = state;
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({
    media: null,
    colorScheme: 'light',
    contrast: 'no-preference',
    forcedColors: 'none',
    reducedMotion: 'no-preference',
    ...media,
  });
  // Holds as long as the session, and for media queries too, as a reader’s own setting does.
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } });
  await page.evaluate(
    ([dir, isSpaced]) => {
      const root = document.documentElement;
      root.dataset['dir'] ??= root.dir;
      root.dir = dir || root.dataset['dir'];
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }
      `);
      document.adoptedStyleSheets = isSpaced ? [sheet] : [];
    },
    [dir, isSpaced] as const,
  );
}
