import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { pace, type Share } from './parse-workers.ts';
import { storyWith } from './schema/story.ts';
import { readText } from './text.ts';

// Parses a share of the stories’ texts into the parsed-text cache.
const { folder, names, vocabulary } = workerData as Share;
const schema = storyWith(vocabulary);
for (const [at, name] of names.entries()) {
  readText(schema, join(folder, name), vocabulary.publication.language, []);
  if ((at + 1) % pace === 0) parentPort!.postMessage('');
}
