/** File extensions of pictures. */
const isPicture = /\.(?:jpe?g|png|webp|avif|tiff?|gif|heic)$/i;

/**
 * The part of an address that names the picture, whatever the size of the copy: WordPress writes
 * `hall-300x200.jpg` and `hall-scaled.jpg` for copies of `hall.jpg`, Blogger `/s320/`, `/w400-h300/` or
 * `=s320` at the end, Ghost `/size/w600/`, image servers `?w=300`.
 */
function nameOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const path = url ? `${url.host}${url.pathname}` : address.replace(/[?#].*$/, '');
  return path
    .replace(/^i\d\.wp\.com\//, '')
    .replace(/\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?\//, '/')
    .replace(bloggerSize, '/')
    .replace(/=(?:[swh]\d+[^/]*)$/, '')
    .replace(/-(?:\d+x\d+|scaled)(?=\.\w+$)/, '');
}

const bloggerSize = /\/(?:s\d+|w\d+-h\d+)(?:-[a-z0-9-]+)?\/(?=[^/]*$)/;

/** As `nameOf`, without the host, which may have changed since the picture was added. */
export function pathOfPicture(address: string): string {
  return nameOf(address).replace(/^[^/]*/, '');
}

/** Whether two addresses are of the same picture, in any size. */
export function isSamePicture(one: string, other: string): boolean {
  return nameOf(one) === nameOf(other);
}

/** Whether an address is a picture’s, by its file extension. */
export function namesPicture(address: string): boolean {
  return isPicture.test(address.replace(/[?#].*$/, ''));
}

/**
 * Whether a story can use a picture, by its address and the type that its sender states. If neither says
 * anything, it may.
 * @param type a media type, `image/heic`, or empty
 */
function isTakeable(address: string, type = ''): boolean {
  return !/^image\/(?!jpe?g|png|webp|avif|tiff|gif)/i.test(type) && !ofOtherKinds.test(address);
}

/** File extensions of camera and design formats. */
const ofOtherKinds =
  /\.(?:hei[cf]s?|hif|jxl|jp2|psd|svgz?|eps|ai|pdf|bmp|cr[23]|nef|arw|dng|raf|orf|rw2)(?=$|[?#])/i;

/** Sorts copies that a story can use first; the order is otherwise unchanged. */
export function takeableFirst<Copy>(
  copies: Copy[],
  of: (copy: Copy) => { address: string; type: string },
): Copy[] {
  const fits = (copy: Copy) => isTakeable(of(copy).address, of(copy).type);
  return [...copies.filter(fits), ...copies.filter((copy) => !fits(copy))];
}

/**
 * The address of the largest copy that exists, by the system’s rules for addresses: for Blogger the one at
 * `/s1600/`, for Ghost and Jetpack the one without a size.
 */
export function largestOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && /(?:^|\.)(?:googleusercontent|bp\.blogspot)\.com$/.test(url.host))
    return address.replace(bloggerSize, '/s1600/').replace(/=(?:[swh]\d+[^/]*)$/, '=s1600');
  if (url && /^i\d\.wp\.com$/.test(url.host)) return `https:/${url.pathname}`;
  return address.replace(/(\/content\/images)\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?\//, '$1/');
}

/** The address of the largest copy in a `srcset` (HTML, 4.8.4.2.1) that a story can use. */
export function largestIn(srcset: string): string | undefined {
  const copies = [...srcset.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g)];
  const sized = copies.map(([, address = '', size = '1']) => ({ address, size: Number(size) }));
  const [largest] = takeableFirst(
    sized.toSorted((a, b) => b.size - a.size),
    ({ address }) => ({ address, type: '' }),
  );
  return largest?.address;
}
