import { writeFileSync } from 'node:fs';

// For `node --import`: leaves in the file PEAK_MEMORY the most kilobytes that the process held.
const file = process.env['PEAK_MEMORY'];
if (file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
