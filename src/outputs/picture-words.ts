/** What readers are told of pictures that are not simply shown. */
export const pictureWords = {
  warning: 'Content warning:',
  show: 'Show the picture',
  notHandedOn: 'The picture may not be handed on; it is with ',
  covered: 'The picture is with ',
  story: 'the story',
};
