/** Endings of files that are pictures. */
const isPicture = /\.(?:jpe?g|png|webp|avif|tiff?|gif|heic)$/i;

/**
 * What of an address names the picture itself, whatever the size of the copy: WordPress writes
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

/** As `nameOf`, without the host: that may have changed since the picture was put in. */
export function pathOfPicture(address: string): string {
  return nameOf(address).replace(/^[^/]*/, '');
}

/** Whether two addresses are of one picture, in whatever size. */
export function isSamePicture(one: string, other: string): boolean {
  return nameOf(one) === nameOf(other);
}

/** Whether an address is that of a picture, by its ending. */
export function namesPicture(address: string): boolean {
  return isPicture.test(address.replace(/[?#].*$/, ''));
}

/**
 * Whether a story can have a picture, as far as its address and the type that its sender gives it tell;
 * what tells nothing may be one.
 * @param type a media type, `image/heic`, or empty
 */
function isTakeable(address: string, type = ''): boolean {
  return !/^image\/(?!jpe?g|png|webp|avif|tiff|gif)/i.test(type) && !ofOtherKinds.test(address);
}

/** Pictures of cameras and of programs. */
const ofOtherKinds =
  /\.(?:hei[cf]s?|hif|jxl|jp2|psd|svgz?|eps|ai|pdf|bmp|cr[23]|nef|arw|dng|raf|orf|rw2)(?=$|[?#])/i;

/** Those that a story can have first, the others as they were. */
export function takeableFirst<Copy>(
  copies: Copy[],
  of: (copy: Copy) => { address: string; type: string },
): Copy[] {
  const fits = (copy: Copy) => isTakeable(of(copy).address, of(copy).type);
  return [...copies.filter(fits), ...copies.filter((copy) => !fits(copy))];
}

/**
 * The address of the largest copy that is known to be there, by how the system writes addresses: of
 * Blogger’s the one at `/s1600/`, of Ghost’s and of Jetpack’s the one without a size.
 */
export function largestOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && /(?:^|\.)(?:googleusercontent|bp\.blogspot)\.com$/.test(url.host))
    return address.replace(bloggerSize, '/s1600/').replace(/=(?:[swh]\d+[^/]*)$/, '=s1600');
  if (url && /^i\d\.wp\.com$/.test(url.host)) return `https:/${url.pathname}`;
  return address.replace(/(\/content\/images)\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?\//, '$1/');
}

/** The address of the largest of the copies that a `srcset` names (HTML, 4.8.4.2.1) and a story can have. */
export function largestIn(srcset: string): string | undefined {
  const copies = [...srcset.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g)];
  const sized = copies.map(([, address = '', size = '1']) => ({ address, size: Number(size) }));
  const [largest] = takeableFirst(
    sized.toSorted((a, b) => b.size - a.size),
    ({ address }) => ({ address, type: '' }),
  );
  return largest?.address;
}
