import type { Browser } from 'playwright-core';
import type { Site } from '../sites.ts';
import { launchBrowser } from './chromium.ts';

/** What a reader’s device asks for. */
export type Scheme = 'light' | 'dark';

/** A browser engine with one window, in which one page after the other is opened. */
export interface Engine {
  /** What it complained of since the page was opened. */
  said: string[];
  /** Opens a page in a window of this size, in px, and waits until all is there that it asks for at once. */
  open(url: string, width: number, height?: number): Promise<void>;
  /** Runs a function in the page; what goes in and comes out is JSON. */
  run<T, A = undefined>(what: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** A picture of what the window shows, or of the whole page, as a PNG. */
  picture(isWhole?: boolean): Promise<Buffer>;
  /** The page as it is printed on A4, as a PDF. */
  print(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a page of a site that is served, at its path, in a window so wide in px; 1280 where none is said. */
export type Open = (site: Site, path: string, width?: number) => Promise<void>;

/** Starts Chromium for a reader whose device asks for a color scheme. */
export async function startChromium(scheme: Scheme): Promise<Engine> {
  const browser: Browser = await launchBrowser();
  const page = await browser.newPage({ colorScheme: scheme });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return {
    said,
    async open(url, width, height = 900) {
      await page.setViewportSize({ width, height });
      said.length = 0;
      await page.goto(url);
    },
    run: (what, argument) => page.evaluate(what as never, argument) as never,
    picture: (isWhole = false) => page.screenshot({ fullPage: isWhole }),
    print: () => page.pdf({ format: 'A4', preferCSSPageSize: true }),
    close: () => browser.close(),
  };
}
