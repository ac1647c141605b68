import { describe, expect, it } from 'vitest';
import { readVocabulary } from '../../../src/desk/vocabulary.ts';
import { emptyStory, type ImportedStory } from '../../../src/import/imported-story.ts';
import { file, type Wishes } from '../../../src/import/filing.ts';
import { contentFolder } from '../content.ts';

const vocabulary = readVocabulary(
  contentFolder({
    'tags.yaml':
      'force:\n  name: KSF (Kosovo Security Force)\nus-central-command:\n  name: US Central Command\n',
  }),
);

const filed = (imported: Partial<ImportedStory>, wishes: Wishes = {}) =>
  file({ ...emptyStory('x'), ...imported }, vocabulary, wishes);

describe('filing', () => {
  it.each([
    ['KSF', 'force'],
    ['#force', 'force'],
    ['KosovoSecurityForce', 'force'],
    ['kosovo-security-force', 'force'],
    ['KSF (Kosovo Security Force)', 'force'],
    ['USCentralCommand', 'us-central-command'],
    ['us_central command', 'us-central-command'],
  ])('knows the tag %s', (name, key) => expect(filed({ tags: [name] }).tags).toEqual([key]));

  it('names each tag once and tells the unknown ones once', () => {
    expect(filed({ tags: ['KSF', 'force', 'Boats', 'Boats'] })).toMatchObject({
      tags: ['force'],
      unknownTags: ['Boats'],
    });
  });

  it('takes a tag as the section where no section is named', () => {
    const tags = ['KSF', 'Arts & Letters', 'Boats'];
    expect(filed({ tags })).toMatchObject({
      section: 'culture',
      tags: ['force'],
      unknownTags: ['Boats'],
    });
    expect(filed({ tags, sections: ['military'] })).toMatchObject({
      section: 'military',
      unknownTags: ['Arts & Letters', 'Boats'],
    });
  });

  it('takes a section by its key or its name; others may be tags', () => {
    expect(filed({ sections: ['Front page', 'arts & letters', 'KSF'] })).toMatchObject({
      section: 'culture',
      tags: ['force'],
      unknownSections: ['Front page'],
    });
  });

  it('finds a known author in a name or in what is said of one', () => {
    expect(filed({ authors: ['anthony barnett'] }).authors).toEqual(['anthony-barnett']);
    expect(filed({ about: 'Anthony Barnett writes.' }).authors).toEqual(['anthony-barnett']);
    expect(filed({ authors: ['Nora'] })).toMatchObject({ authors: [], unknownAuthors: ['Nora'] });
  });

  it('does as the person who imports wishes, and tells whom that leaves out', () => {
    const wishes = { section: 'military', author: 'anthony-barnett' };
    expect(filed({ sections: ['Culture'], authors: ['Nora'] }, wishes)).toMatchObject({
      section: 'military',
      authors: ['anthony-barnett'],
      unknownSections: ['Culture'],
      unknownAuthors: ['Nora'],
    });
  });
});
