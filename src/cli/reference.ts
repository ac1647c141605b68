import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../desk/desk.ts';
import { reference } from '../desk/reference.ts';

// npm run reference: writes the editors’ reference into the content folder.
const file = join(contentFolder(), 'README.md');
writeFileSync(file, reference());
console.log(`Wrote ${file}`);
