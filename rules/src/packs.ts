import type { RulePackDefinition } from '@gristmill/tax';
import { usFederalIndividual } from '../us/federal/individual/pack.ts';
import { ukIncomeTax } from '../uk/income-tax/pack.ts';
import { ukVat } from '../uk/vat/pack.ts';
import { deIncomeTax } from '../eu/de/income-tax/pack.ts';
import { euVat } from '../eu/vat/pack.ts';
import { deVatSmallBusiness } from '../eu/de/vat-small-business/pack.ts';
import { frMicroEntrepreneur } from '../eu/fr/micro-entrepreneur/pack.ts';

/** Every pack that this version ships, all but its parameters, which lie beside it as YAML. */
export const PACKS: readonly Omit<RulePackDefinition, 'parameterFiles'>[] = [
  usFederalIndividual,
  ukIncomeTax,
  ukVat,
  deIncomeTax,
  euVat,
  deVatSmallBusiness,
  frMicroEntrepreneur,
];
