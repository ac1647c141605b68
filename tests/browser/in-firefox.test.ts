import { startFirefox } from './firefox.ts';
import { testEngine } from './every-engine.ts';

await testEngine('Firefox', startFirefox);
