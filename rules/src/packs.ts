import type { RulePackDefinition } from '@gristmill/tax';
import { usFederalSelfEmployment } from '../us/federal/self-employment/pack.ts';

/** Every pack that this version ships, all but its parameters, which lie beside it as YAML. */
export const PACKS: readonly Omit<RulePackDefinition, 'parameterFiles'>[] = [usFederalSelfEmployment];
