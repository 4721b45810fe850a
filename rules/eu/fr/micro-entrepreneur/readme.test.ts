import { loadRulePack } from '../../../src/index.ts';
import { testReadmeFacts } from '../../../testing/readme-facts.ts';

testReadmeFacts(await loadRulePack('eu/fr/micro-entrepreneur'), new URL('./README.md', import.meta.url));
