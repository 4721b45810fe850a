import { loadRulePack } from '../../src/index.ts';
import { testWorkedExamples } from '../../testing/worked-examples.ts';

testWorkedExamples(await loadRulePack('uk/vat'), new URL('./examples/', import.meta.url));
