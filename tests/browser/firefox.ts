import { programOf } from '../required.ts';
import { loadTool } from '../tools/tools.ts';
import type { Engine, Scheme } from './engine.ts';

/** Firefox’s number for a color scheme that the device asks for. */
const schemes = { light: 0, dark: 1 } satisfies Record<Scheme, number>;

/** Of Puppeteer, what is used here. */
interface Puppeteer {
  default: {
    launch(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
  };
  ProtocolError: new () => Error;
}
interface Page {
  setViewport(size: { width: number; height: number }): Promise<void>;
  evaluate<A extends unknown[], R>(what: (...values: A) => R, ...values: A): Promise<Awaited<R>>;
  evaluateOnNewDocument(what: () => void): Promise<unknown>;
  bringToFront(): Promise<void>;
  on(event: 'console', listener: (message: { text(): string }) => void): unknown;
  on(event: 'pageerror', listener: (error: unknown) => void): unknown;
  goto(url: string): Promise<unknown>;
  screenshot(options: { fullPage: boolean }): Promise<Uint8Array>;
  pdf(options: object): Promise<Uint8Array>;
}

/**
 * Gives a page its size in px. Firefox ESR 140 refuses what Puppeteer sends along, the orientation of the screen,
 * but takes the size.
 * @throws when the page has not that size after a while
 */
async function resize(page: Page, width: number, height: number, { ProtocolError }: Puppeteer) {
  await page.setViewport({ width, height }).catch((error: unknown) => {
    const isOrientation = error instanceof ProtocolError && /ScreenOrientation/.test(error.message);
    if (!isOrientation) throw error;
  });
  // Not waitForFunction(), for which a page’s policy would have to allow code that is made of text.
  const hasSize = await page.evaluate(
    async (width, height) => {
      const isSized = () => innerWidth === width && innerHeight === height;
      for (let tries = 0; tries < 1200 && !isSized(); tries++)
        await new Promise((waited) => setTimeout(waited, 50));
      return isSized();
    },
    width,
    height,
  );
  if (!hasSize) throw new Error(`Firefox made no window of ${width} by ${height} px`);
}

/**
 * Starts the Firefox of this machine, of Debian’s package firefox-esr or of Mozilla’s own, and speaks WebDriver
 * BiDi with it.
 * @throws when there is none, or it can’t be started, or Puppeteer is missing (npm run tools)
 */
export async function startFirefox(scheme: Scheme): Promise<Engine> {
  const executablePath = programOf('firefox-esr') ?? programOf('firefox');
  if (!executablePath) throw new Error('firefox-esr is not installed');
  const puppeteer = await loadTool<Puppeteer>('puppeteer-core');
  const browser = await puppeteer.default.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'ui.systemUsesDarkTheme': schemes[scheme] },
    // A busy machine takes long.
    timeout: 120_000,
    protocolTimeout: 120_000,
  });
  const page = await browser.newPage();
  // What is behind another tab is not drawn, and fetches no lazy picture.
  await page.bringToFront();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  // What a policy refuses is for Firefox no message of the page.
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`refused: ${violatedDirective}, ${blockedURI}`),
    ),
  );
  return {
    said,
    async open(url, width, height = 900) {
      await resize(page, width, height, puppeteer);
      said.length = 0;
      await page.goto(url);
    },
    run: (what, argument) => page.evaluate(what as never, argument as never),
    picture: async (isWhole = false) => Buffer.from(await page.screenshot({ fullPage: isWhole })),
    print: async () => Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })),
    close: () => browser.close(),
  };
}
