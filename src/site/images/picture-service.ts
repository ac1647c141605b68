import { baseService } from 'astro/assets';
import sharpService from 'astro/assets/services/sharp';
import type { LocalImageService } from 'astro';
import { encoders, ground, keptPicture, makePicture, type Wanted } from './make-picture.ts';
import type { Window } from '../../outputs/crop.ts';
import { isPreview } from '../preview.ts';

declare global {
  namespace Astro {
    interface CustomImageProps {
      /** The XMP packet to embed; see outputs/xmp.ts. */
      xmp?: string | undefined;
      /** The part of the source to show; used with `width` and `height`. */
      crop?: Window | undefined;
      /** The encoder options, recorded here by the service. */
      encoder?: string;
    }
  }
}

/** The options in an address. */
type Asked = Exclude<ReturnType<LocalImageService['parseURL']>, Promise<unknown>>;

/**
 * Astro's image service with three changes: it crops pictures, encodes them with the options of
 * src/site/images/make-picture.ts, and embeds the given XMP and no other metadata. Encoding and writing
 * are one step, so this costs neither time nor quality.
 */
const pictureService: LocalImageService = {
  ...sharpService,
  // Files may be cached forever, so everything that affects them must be part of their name.
  propertiesToHash: [...(baseService.propertiesToHash ?? []), 'xmp', 'crop', 'encoder'],
  async validateOptions(options, config, logger) {
    const valid = (await sharpService.validateOptions?.(options, config, logger)) ?? options;
    const format = valid.format as Wanted['format'];
    return { ...valid, encoder: JSON.stringify({ ...encoders[format], ground }) };
  },
  getHTMLAttributes({ xmp: _, crop: __, encoder: ___, ...options }, config, logger) {
    return sharpService.getHTMLAttributes?.(options, config, logger) ?? {};
  },
  // In a preview, the options are in the address, which has no room for XMP.
  async getURL(options, config, logger) {
    const url = await sharpService.getURL(options, config, logger);
    const crop = options['crop'] as Window | undefined;
    return crop ? `${url}&crop=${[crop.left, crop.top, crop.width, crop.height].join()}` : url;
  },
  parseURL(url, config, logger) {
    // Astro's own service returns synchronously, which its type does not state.
    const wanted = sharpService.parseURL(url, config, logger) as Asked;
    const crop = url.searchParams.get('crop');
    const [left = 0, top = 0, width = 0, height = 0] = crop?.split(',').map(Number) ?? [];
    return wanted && { ...wanted, ...(crop && { crop: { left, top, width, height } }) };
  },
  /**
   * @param original the bytes of the source
   * @throws {Error} if sharp cannot create the picture; Astro's own service would publish the original
   * instead
   */
  async transform(original, options) {
    const { src, ...wanted } = options as typeof options & Wanted & { src: string };
    // In a preview, the name of a source does not change with its content.
    const data = isPreview()
      ? await makePicture(original, wanted)
      : await keptPicture(src, original, wanted);
    return { data: new Uint8Array(data), format: wanted.format };
  },
};

export default pictureService;
