import { startWebKit } from './webkit.ts';
import { testEngine } from './every-engine.ts';

await testEngine('WebKit', startWebKit);
