/** Files that begin as what they are, and hold nothing: whatever plays them finds no sound in them. */
export const recorded = {
  mp3: Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00', 'latin1'),
  mp4: Buffer.from('\x00\x00\x00\x10ftypisom\x00\x00\x00\x00', 'latin1'),
  vtt: Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nThe band plays.\n'),
};
