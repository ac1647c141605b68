import { baseService } from 'astro/assets';
import sharpService from 'astro/assets/services/sharp';
import type { LocalImageService } from 'astro';
import { encoders, ground, keptPicture, makePicture, type Wanted } from './make-picture.ts';
import type { Window } from '../../outputs/crop.ts';
import { isPreview } from '../preview.ts';

declare global {
  namespace Astro {
    interface CustomImageProps {
      /** An XMP packet that the picture is to carry; see outputs/xmp.ts. */
      xmp?: string | undefined;
      /** The part of its source that the picture shows; goes with `width` and `height`. */
      crop?: Window | undefined;
      /** How it is made, whatever it shows; the service writes it down here. */
      encoder?: string;
    }
  }
}

/** What an address asks for. */
type Asked = Exclude<ReturnType<LocalImageService['parseURL']>, Promise<unknown>>;

/**
 * Astro's own way of making pictures, but that each shows the part of its source that it is to show,
 * is encoded as src/site/images/make-picture.ts says, and carries the XMP it is given and of its source nothing
 * else. Encoding and writing are one step, so it costs nothing and loses nothing.
 */
const pictureService: LocalImageService = {
  ...sharpService,
  // A file keeps its name for ever, so all that makes it what it is has to be part of its name.
  propertiesToHash: [...(baseService.propertiesToHash ?? []), 'xmp', 'crop', 'encoder'],
  async validateOptions(options, config, logger) {
    const valid = (await sharpService.validateOptions?.(options, config, logger)) ?? options;
    const format = valid.format as Wanted['format'];
    return { ...valid, encoder: JSON.stringify({ ...encoders[format], ground }) };
  },
  getHTMLAttributes({ xmp: _, crop: __, encoder: ___, ...options }, config, logger) {
    return sharpService.getHTMLAttributes?.(options, config, logger) ?? {};
  },
  // While an editor writes, pictures are asked for by an address, which has no room for XMP.
  async getURL(options, config, logger) {
    const url = await sharpService.getURL(options, config, logger);
    const crop = options['crop'] as Window | undefined;
    return crop ? `${url}&crop=${[crop.left, crop.top, crop.width, crop.height].join()}` : url;
  },
  parseURL(url, config, logger) {
    // Astro's own answers at once, which its type does not say.
    const wanted = sharpService.parseURL(url, config, logger) as Asked;
    const crop = url.searchParams.get('crop');
    const [left = 0, top = 0, width = 0, height = 0] = crop?.split(',').map(Number) ?? [];
    return wanted && { ...wanted, ...(crop && { crop: { left, top, width, height } }) };
  },
  /**
   * @param original the bytes of the source
   * @throws {Error} when sharp cannot make the picture; Astro's own would publish the original then
   */
  async transform(original, options) {
    const { src, ...wanted } = options as typeof options & Wanted & { src: string };
    // While an editor writes, the name of a source does not change with it.
    const data = isPreview()
      ? await makePicture(original, wanted)
      : await keptPicture(src, original, wanted);
    return { data: new Uint8Array(data), format: wanted.format };
  },
};

export default pictureService;
