import type { ImageObject, IPTCDigitalSourceEnumeration } from 'schema-dts';
import type { SharedPicture } from '../picture.ts';

/**
 * The terms of http://cv.iptc.org/newscodes/digitalsourcetype/ with their equivalents in schema.org 30.0,
 * as far as there are any.
 */
const sourceTypes = new Map<string, IPTCDigitalSourceEnumeration & string>([
  ['algorithmicallyEnhanced', 'https://schema.org/AlgorithmicallyEnhancedDigitalSource'],
  ['algorithmicMedia', 'https://schema.org/AlgorithmicMediaDigitalSource'],
  ['composite', 'https://schema.org/CompositeDigitalSource'],
  ['compositeCapture', 'https://schema.org/CompositeCaptureDigitalSource'],
  ['compositeSynthetic', 'https://schema.org/CompositeSyntheticDigitalSource'],
  [
    'compositeWithTrainedAlgorithmicMedia',
    'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
  ],
  ['computationalCapture', 'https://schema.org/MultiFrameComputationalCaptureDigitalSource'],
  ['dataDrivenMedia', 'https://schema.org/DataDrivenMediaDigitalSource'],
  ['digitalArt', 'https://schema.org/DigitalArtDigitalSource'],
  ['digitalCapture', 'https://schema.org/DigitalCaptureDigitalSource'],
  ['minorHumanEdits', 'https://schema.org/MinorHumanEditsDigitalSource'],
  ['negativeFilm', 'https://schema.org/NegativeFilmDigitalSource'],
  ['positiveFilm', 'https://schema.org/PositiveFilmDigitalSource'],
  ['print', 'https://schema.org/PrintDigitalSource'],
  ['screenCapture', 'https://schema.org/ScreenCaptureDigitalSource'],
  ['trainedAlgorithmicMedia', 'https://schema.org/TrainedAlgorithmicMediaDigitalSource'],
  ['virtualRecording', 'https://schema.org/VirtualRecordingDigitalSource'],
]);

/**
 * A picture with its rights and origin. `contentUrl` is the file shown on the page, because Google uses
 * it to identify the picture
 * (https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata).
 */
export function imageObject({ url, width, height, figure, rights, notes }: SharedPicture) {
  const copyright = rights?.holder ?? notes?.copyright;
  const source = sourceTypes.get(notes?.digitalSourceType?.split('/').at(-1) ?? '');
  return {
    '@type': 'ImageObject',
    url,
    contentUrl: url,
    width: `${width}`,
    height: `${height}`,
    caption: figure.caption,
    creditText: figure.credit,
    ...(notes?.creator && { creator: { '@type': 'Person', name: notes.creator } }),
    ...(copyright && { copyrightNotice: copyright }),
    ...(rights?.licenceUrl && { license: rights.licenceUrl }),
    ...(source && { digitalSourceType: source }),
  } as const satisfies ImageObject;
}
