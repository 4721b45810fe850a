import { loadRulePack } from '../../../src/index.ts';
import { testReadmeFacts } from '../../../testing/readme-facts.ts';

testReadmeFacts(await loadRulePack('eu/de/income-tax'), new URL('./README.md', import.meta.url));
