import { spawnSync } from 'node:child_process';
import { hasTools } from './tools.ts';

// Installs the tools where they are missing, or older than what is locked; before a command that is of no use without.
if (!hasTools()) {
  console.log('Installing the tools (npm run tools)');
  const { status } = spawnSync('npm', ['run', 'tools'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
