import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

// After an installation (`postinstall` in package.json): makes the Node that came with the packages the one on which npm’s
// scripts run. It is JavaScript, as the machine’s own Node runs it, which may be old.

const { platform, arch, versions } = process;
const system = `${platform === 'win32' ? 'win' : platform}-${arch}`;
const own = [`node-${system}`, `node-bin-${system}`].find((name) =>
  existsSync(join('node_modules', name)),
);
const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [wanted] = Object.values(optionalDependencies);

if (own) {
  // A third of it, 67 MB of C headers, is for packages that are compiled here, and there is none.
  rmSync(join('node_modules', own, 'include'), { recursive: true, force: true });
  // npm before 11 leaves out packages for other systems and then takes away their commands, which have the same name.
  const command = 'node_modules/.bin/node';
  if (platform !== 'win32' && !existsSync(command)) {
    rmSync(command, { force: true });
    mkdirSync('node_modules/.bin', { recursive: true });
    symlinkSync(`../${own}/bin/node`, command);
  }
} else if (Number.parseInt(versions.node) < Number.parseInt(wanted)) {
  // npm says nothing where it can’t fetch what is optional.
  console.error(
    `Node.js ${wanted} was not installed for ${system}. Run npm ci again, or install that release of Node.js yourself.`,
  );
  process.exitCode = 1;
}
