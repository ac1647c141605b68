import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// After an installation (`postinstall` in package.json): takes away the C headers that come with Node. They are a third
// of it, 67 MB, and only a package that is compiled here would read them; there is none. It is JavaScript, as the
// machine’s own Node runs it where npm has none for the platform.
for (const name of readdirSync('node_modules'))
  if (/^node-(?:bin-)?(?:darwin|linux|win)-(?:arm64|x64)$/.test(name))
    rmSync(join('node_modules', name, 'include'), { recursive: true, force: true });
