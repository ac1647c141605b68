import { fontProviders } from 'astro/config';

// The ranges are the type's own (unicode.json in its package): a reader of English loads one file.
const ranges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
};
// A face that does not come at once is for the next page, so that text which is being read never moves. Letters
// of which a text has few come later: they move nothing, and look odd among others for good.
const display = 'optional';
const variants = ['normal', 'italic'].flatMap((style) =>
  Object.entries(ranges).map(([subset, range]) => ({
    src: [`@fontsource-variable/stix-two-text/files/stix-two-text-${subset}-wght-${style}.woff2`],
    weight: '400 700',
    style,
    display: subset === 'latin-ext' ? 'swap' : display,
    unicodeRange: range.split(','),
  })),
);

/** The faces of the pages, in Astro's words. */
export const fonts = [
  {
    provider: fontProviders.local(),
    name: 'STIX Two Text',
    cssVariable: '--stix',
    fallbacks: ['Georgia', 'serif'],
    options: { variants },
  },
  {
    provider: fontProviders.local(),
    name: 'Markazi Text',
    cssVariable: '--naskh',
    // What stands for its letters and for all others is up to the styles.
    fallbacks: [],
    options: {
      variants: [
        {
          src: ['@fontsource-variable/markazi-text/files/markazi-text-arabic-wght-normal.woff2'],
          weight: '400 700',
          style: 'normal',
          display,
          unicodeRange: ['U+0600-06FF', 'U+0750-077F', 'U+200C-200F'],
        },
      ],
    },
  },
];
