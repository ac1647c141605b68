/**
 * Astro, with nothing sent home, and with its servers where the person who starts them can stop them. It is
 * imported only now because it reads the environment at import, and takes a second to load.
 */
export function loadAstro() {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DEV_BACKGROUND = '0';
  process.env.ASTRO_PREVIEW_BACKGROUND = '0';
  return import('astro');
}
