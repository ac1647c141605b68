import { emptyStory } from './imported-story.ts';
import { settleRelease } from './embargo.ts';
import { attempt, type Incoming } from './incoming.ts';
import { takeNitfDocument } from './newsml-content.ts';
import { readXml } from './xml.ts';
import { findAll } from './xml-taking.ts';

/**
 * Reads the stories of a NITF file.
 * @throws {FixableError} as readXml
 */
export async function* readNitf(file: string): AsyncGenerator<Incoming> {
  for await (const nitf of readXml(file, ['nitf'])) {
    const [id] = findAll(nitf, 'doc-id');
    yield attempt(nitf, id?.attributes.get('id-string') ?? '', () => {
      const imported = emptyStory('');
      const [content] = findAll(nitf, 'body.content');
      const language = nitf.attributes.get('lang') ?? content?.attributes.get('lang');
      if (language) imported.language = { value: language, how: 'taken' };
      settleRelease(imported, takeNitfDocument(nitf, imported));
      return imported;
    });
  }
}
