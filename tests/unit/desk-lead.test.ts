import { describe, expect, it } from 'vitest';
import { png, refusalsOf, type Told } from './content.ts';

const advice = {
  alt: 'What the picture shows, for someone who cannot see it. Do not repeat the caption. For example: `alt: Soldiers in masks stand in three rows`',
  caption:
    'Who, where and when: the words under the picture. For example: `caption: Members of the force line up in Pristina on March 9, 2021.`',
  credit:
    'Whose picture it is. A credit that begins with Drawing, Illustration, Graphic or Map is announced as an illustration, any other as a photograph. For example: `credit: Visar Kryeziu/AP`',
};

describe('the lead picture', () => {
  const lead = (fields: Record<string, string>) =>
    Object.entries({
      image: 'a.png',
      alt: 'Soldiers stand',
      caption: 'In Pristina.',
      credit: 'AP',
      ...fields,
    })
      .map(([key, value]) => `\n  ${key}: ${value}`)
      .join('');

  it.each<[string, string, Told[]]>([
    [
      'without alt, caption and credit',
      '\n  image: a.png',
      [
        ['10:3', '`lead.alt` is missing.', advice.alt],
        ['10:3', '`lead.caption` is missing.', advice.caption],
        ['10:3', '`lead.credit` is missing.', advice.credit],
      ],
    ],
    [
      'whose alt and credit are empty',
      lead({ alt: '""', credit: '" "' }),
      [
        ['11:8', '`lead.alt` is empty.', advice.alt],
        ['13:11', '`lead.credit` is empty.', advice.credit],
      ],
    ],
    [
      'whose alt says what the caption says',
      lead({ caption: '“Soldiers stand.”' }),
      [
        [
          '11:8',
          '`lead.alt` says the same as the caption.',
          'Say in alt what the picture shows, and in the caption who, where and when.',
        ],
      ],
    ],
    [
      'that is no picture file',
      lead({ image: 'a.gif' }),
      [
        [
          '10:10',
          '`lead.image` is not a picture file beside the story.',
          'Name a .jpg, .png, .webp, .avif or .tiff file beside the text.',
        ],
      ],
    ],
    [
      'that is not there',
      lead({ image: 'b.png' }),
      [
        [
          '10:10',
          'There is no picture ./b.png.',
          'Put the file beside the text, or correct its name here.',
        ],
      ],
    ],
    [
      'that cannot be read',
      lead({ image: 'torn.png' }),
      [['10:10', 'The picture ./torn.png cannot be read.', 'Save it again as JPEG or PNG.']],
    ],
    [
      'that lies outside the content',
      lead({ image: '../../../../a.png' }),
      [
        [
          '10:10',
          'The picture ../../../../a.png is outside the content folder.',
          'Put it beside the story’s text.',
        ],
      ],
    ],
  ])('is refused %s', async (_, written, told) => {
    const files = {
      'a.png': png,
      'articles/2021/03/troops/a.png': png,
      'articles/2021/03/troops/torn.png': png.subarray(0, 20),
    };
    expect(await refusalsOf({ lead: written }, undefined, files)).toEqual(told);
  });
});
