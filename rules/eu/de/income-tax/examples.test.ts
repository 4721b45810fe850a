import { loadRulePack } from '../../../src/index.ts';
import { testWorkedExamples } from '../../../testing/worked-examples.ts';

testWorkedExamples(await loadRulePack('eu/de/income-tax'), new URL('./examples/', import.meta.url));
