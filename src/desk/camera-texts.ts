const setOf = (texts: string) => new Set(texts.split('|').map((text) => text.trim()));

/** Descriptions that cameras, phone modes and programs write by default, in lowercase. */
const descriptions = setOf(
  `olympus digital camera|minolta digital camera|konica minolta digital camera|digital camera
  |kodak digital still camera|digital still camera|digital stillcamera|sony dsc|minolta dsc|dsc|dcim
  |exif_jpeg_picture|exif_jpeg_t422|exif jpeg|exif jpeg picture|jpeg picture|camera|camera phone
  |samsung camera pictures|my beautiful picture|applemark|screenshot|untitled|default|ascii|charset=ascii
  |binary comment|lead technologies inc. v1.01|created with gimp|file written by adobe photoshop
  |cof|rbt|ptr|sdr|hdr|rhdr|vhdr|hdrpl|mde|nor|dav|fbt|bty|dig|ozedf|oznor|oznorwb|edf|xsj|tsj|nci`,
);

/** Placeholders for the name of a photographer or an owner, in lowercase. */
const names = setOf(
  `unknown|unknown photographer|photographer|author|artist|owner|owner name|camera owner|user|picasa
  |default|copyright|all rights reserved|none|null|n/a`,
);

/** A picture’s file name or path, as drones and cameras write it: `DCIM\100MEDIA\DJI_0001.JPG`. */
const fileName =
  /^(?:dcim[\\/]\S*|[\w\\/-]+\.(?:jpe?g|png|tiff?|heic|webp|dng|arw|nef|cr[23]|raf|orf))$/;

/**
 * Whether a camera or a program wrote a text in a picture file by default. Such a text says nothing
 * about what the picture shows or whose it is.
 * @param isName whether the text should be somebody’s name, not a description
 * @param machine the make and model of the camera, from the file
 */
export function isCameraText(text: string, isName: boolean, machine: string[]): boolean {
  const plain = text.toLowerCase().replace(/^[\s"'<[(©.]+|[\s"'>\]).:;,]+$/g, '');
  const cameras = [...machine, machine.join(' ')].map((name) => name.toLowerCase());
  const isDefault = isName ? names.has(plain) : descriptions.has(plain) || fileName.test(plain);
  return plain === '' || isDefault || cameras.includes(plain);
}
