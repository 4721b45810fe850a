import { loadRulePack } from '../../src/index.ts';
import { testWorkedExamples } from '../../testing/worked-examples.ts';

testWorkedExamples(await loadRulePack('eu/vat'), new URL('./examples/', import.meta.url));
