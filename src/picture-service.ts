import { baseService } from 'astro/assets';
import sharpService from 'astro/assets/services/sharp';
import type { LocalImageService } from 'astro';
import sharp from 'sharp';

declare global {
  namespace Astro {
    interface CustomImageProps {
      /** An XMP packet that the picture is to carry; see outputs/xmp.ts. */
      xmp?: string | undefined;
    }
  }
}

/** What components ask for; sizes in px. */
interface Wanted {
  xmp?: string;
  width?: number;
  height?: number;
  format: 'avif' | 'webp' | 'jpg';
}

/**
 * Astro's own way of making pictures, but that each carries the XMP it is given, and of its source
 * nothing else. Encoding and writing are one step, so it costs nothing and loses nothing.
 */
const pictureService: LocalImageService = {
  ...sharpService,
  // A file keeps its name for ever, so what is written into it is part of its name.
  propertiesToHash: [...(baseService.propertiesToHash ?? []), 'xmp'],
  getHTMLAttributes({ xmp: _, ...options }, config, logger) {
    return sharpService.getHTMLAttributes?.(options, config, logger) ?? {};
  },
  /**
   * @param original the bytes of the source
   * @throws {Error} when sharp cannot make the picture; Astro's own would publish the original then
   */
  async transform(original, options, config, logger) {
    const { xmp, width, height, format } = options as typeof options & Wanted;
    // While an editor writes, pictures are asked for by an address, which has no room for it.
    if (!xmp) return sharpService.transform(original, options, config, logger);
    const data = await sharp(original, { failOn: 'none' })
      .autoOrient()
      .resize({ width, height, withoutEnlargement: true })
      .toFormat(format === 'jpg' ? 'jpeg' : format)
      .withXmp(xmp)
      .toBuffer();
    return { data: new Uint8Array(data), format };
  },
};

export default pictureService;
