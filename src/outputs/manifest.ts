import type { Edition } from '../edition/model.ts';

/** The colors of the page and the logo, from src/styles/tokens.css. */
export const paper = '#fffdf8';
export const paperAtNight = '#14130f';
export const accent = '#a31621';

/** Icons by file name, with the side length in px; see outputs/icon.ts. */
export const icons = {
  'icon-192': { side: 192, isWhole: false },
  'icon-512': { side: 512, isWhole: false },
  'icon-maskable': { side: 512, isWhole: true },
  'apple-touch-icon': { side: 180, isWhole: true },
} as const;

/**
 * The web app manifest (https://www.w3.org/TR/appmanifest/), with which readers can add the publication
 * to the home screen. It opens with the browser’s back button, because the pages have none.
 * @returns JSON
 */
export function manifest({
  publication: { name, description },
  addresses,
  language: { tag, dir },
}: Pick<Edition, 'publication' | 'addresses' | 'language'>): string {
  const { home, path } = addresses;
  const png = (icon: keyof typeof icons, purpose: string) => {
    const { side } = icons[icon];
    return { src: path(`${icon}.png`), sizes: `${side}x${side}`, type: 'image/png', purpose };
  };
  const data = {
    id: home,
    name,
    short_name: name,
    description,
    lang: tag,
    dir,
    start_url: home,
    scope: home,
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: path('favicon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      png('icon-192', 'any'),
      png('icon-512', 'any'),
      png('icon-maskable', 'maskable'),
    ],
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
