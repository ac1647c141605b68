import { baseService } from 'astro/assets';
import sharpService from 'astro/assets/services/sharp';
import type { LocalImageService } from 'astro';
import { makePicture, type Wanted } from './make-picture.ts';

declare global {
  namespace Astro {
    interface CustomImageProps {
      /** An XMP packet that the picture is to carry; see outputs/xmp.ts. */
      xmp?: string | undefined;
    }
  }
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
    const wanted = options as typeof options & Partial<Wanted> & Pick<Wanted, 'format'>;
    // While an editor writes, pictures are asked for by an address, which has no room for it.
    if (!wanted.xmp) return sharpService.transform(original, options, config, logger);
    const data = await makePicture(original, { ...wanted, xmp: wanted.xmp });
    return { data: new Uint8Array(data), format: wanted.format };
  },
};

export default pictureService;
