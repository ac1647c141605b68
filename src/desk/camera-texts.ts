const setOf = (texts: string) => new Set(texts.split('|').map((text) => text.trim()));

/** Descriptions that cameras, the modes of phones and programs write by themselves, in small letters. */
const descriptions = setOf(
  `olympus digital camera|minolta digital camera|konica minolta digital camera|digital camera
  |kodak digital still camera|digital still camera|digital stillcamera|sony dsc|minolta dsc|dsc|dcim
  |exif_jpeg_picture|exif_jpeg_t422|exif jpeg|exif jpeg picture|jpeg picture|camera|camera phone
  |samsung camera pictures|my beautiful picture|applemark|screenshot|untitled|default|ascii|charset=ascii
  |binary comment|lead technologies inc. v1.01|created with gimp|file written by adobe photoshop
  |cof|rbt|ptr|sdr|hdr|rhdr|vhdr|hdrpl|mde|nor|dav|fbt|bty|dig|ozedf|oznor|oznorwb|edf|xsj|tsj|nci`,
);

/** What stands where the name of a photographer or an owner should, in small letters. */
const names = setOf(
  `unknown|unknown photographer|photographer|author|artist|owner|owner name|camera owner|user|picasa
  |default|copyright|all rights reserved|none|null|n/a`,
);

/** The name or path of a picture’s file, as drones and cameras write it: `DCIM\100MEDIA\DJI_0001.JPG`. */
const fileName =
  /^(?:dcim[\\/]\S*|[\w\\/-]+\.(?:jpe?g|png|tiff?|heic|webp|dng|arw|nef|cr[23]|raf|orf))$/;

/**
 * Whether a text inside a picture file is one that its camera or a program put there by itself, and so
 * says nothing of what the picture shows or whose it is.
 * @param isName whether it stands where somebody’s name should, else where a description should
 * @param machine the make and the model of the camera, as the file has them
 */
export function isCameraText(text: string, isName: boolean, machine: string[]): boolean {
  const plain = text.toLowerCase().replace(/^[\s"'<[(©.]+|[\s"'>\]).:;,]+$/g, '');
  const cameras = [...machine, machine.join(' ')].map((name) => name.toLowerCase());
  const isDefault = isName ? names.has(plain) : descriptions.has(plain) || fileName.test(plain);
  return plain === '' || isDefault || cameras.includes(plain);
}
