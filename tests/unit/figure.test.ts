import { describe, expect, it } from 'vitest';
import { figure } from '../../src/desk/schema/figure.ts';
import { kindOf } from '../../src/outputs/figure.ts';

const ceremony = {
  image: 'ceremony.jpg',
  alt: 'Soldiers in masks stand in three rows',
  caption: 'Members of the force line up in Pristina on March 9, 2021.',
  credit: 'Visar Kryeziu/AP',
};

describe('kindOf', () => {
  it.each([
    ['Visar Kryeziu/AP', 'photograph'],
    ['Drawing: ANH', 'illustration'],
    ['illustration by A. Author', 'illustration'],
    ['Graphic: ANH', 'illustration'],
    ['Map: OpenStreetMap', 'illustration'],
    ['Hartë: ANH', 'illustration'],
    ['Карта: ANH', 'illustration'],
    ['خريطة: ANH', 'illustration'],
    ['Mapping Agency', 'photograph'],
    ['ANH, after a drawing', 'photograph'],
  ])('announces the picture of “%s” as what it is', (credit, kind) => {
    expect(kindOf({ ...ceremony, credit })).toBe(kind);
  });
});

describe('the schema', () => {
  it.each([
    ['ceremony.jpg', './ceremony.jpg'],
    ['./ceremony.jpg', './ceremony.jpg'],
    ['../shared/ceremony.PNG', '../shared/ceremony.PNG'],
    ['a picture.webp', './a picture.webp'],
    ['./../a.b/c.d.tif', './../a.b/c.d.tif'],
  ])('finds the picture %s beside the text', (image, path) => {
    expect(figure.parse({ ...ceremony, image }).image).toBe(path);
  });

  it.each([
    'ceremony.gif',
    'ceremony',
    'https://anh.example/a.jpg',
    'a.jpg?x',
    'a\\b.jpg',
    '.jpg#',
    '..and after.png',
    './.hidden.png',
    '..old/a.png',
    '/a.png',
  ])('lets nothing pass that is no picture file beside the text: %s', (image) => {
    expect(figure.safeParse({ ...ceremony, image }).success).toBe(false);
  });

  it.each([
    ceremony.alt,
    'SOLDIERS IN MASKS STAND IN THREE ROWS',
    'Soldiers, in masks, stand in three rows.',
    '  “Soldiers in masks” stand in  three rows',
  ])('knows that a caption says no more than alt: %s', (caption) => {
    expect(figure.safeParse({ ...ceremony, caption }).error?.issues).toMatchObject([
      { path: ['alt'], message: 'says the same as the caption' },
    ]);
  });
});
