import { loadRulePack } from '../../../src/index.ts';
import { testReadmeFacts } from '../../../testing/readme-facts.ts';

testReadmeFacts(await loadRulePack('eu/de/vat-small-business'), new URL('./README.md', import.meta.url));
