import { startChromium } from './engine.ts';
import { testEngine } from './every-engine.ts';

await testEngine('Chromium', startChromium);
