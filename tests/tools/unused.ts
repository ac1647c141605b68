import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { missingTool } from './tools.ts';

// npm run unused: has knip look for code, exports and packages that nothing uses.
const why = missingTool('knip');
if (why) console.log(`Unused code: ${why}`);
else {
  const knip = join(import.meta.dirname, 'node_modules/knip/bin/knip.js');
  const { status } = spawnSync(process.execPath, [knip, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
