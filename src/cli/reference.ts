import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../desk/desk.ts';
import { reference } from '../desk/reference.ts';
import { readArguments } from './arguments.ts';

const usage = `npm run reference

Writes the editors’ reference, README.md in the content folder, from the schemas.

  --help   prints this`;

// npm run reference: see the usage above.
readArguments({ options: {} }, usage);
const file = join(contentFolder(), 'README.md');
writeFileSync(file, reference());
console.log(`Wrote ${file}`);
