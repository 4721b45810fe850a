import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Pin, rivalPackage } from '../rival-package.ts';

/** The engine behind the French administration's own simulators; it explains each value that it gives. */
export const PUBLICODES: Pin = {
  name: 'publicodes',
  version: '1.10.3',
  integrity: 'sha512-25rohaG6HmB2oQsQL1JxvjdFPdVrupyxGLBsmQg3obpBHkoPx+vZDUZ1hn+SctH9cRYmk8YbO+bMPU79lDWSqA==',
};

/** The rules of https://mon-entreprise.urssaf.fr for it. */
export const MODELE_SOCIAL: Pin = {
  name: 'modele-social',
  version: '11.1.0',
  integrity: 'sha512-O4I8F74iHrw3mTHHrpbFaCEA0T/5yZtGTnGLPj31xgdMSBkFrnM+I+q+DIMt4c/ZTpk/08t3MK5XneM9QmCNew==',
};

/** What a micro-entrepreneur owes on the receipts of a month, in euros, before they are rounded to whole ones. */
export interface MonthlyDues {
  contributions: number;
  training: number;
  finalTax: number;
}

type Situation = Readonly<Record<string, string>>;

interface Engine {
  setSituation(situation: Situation, options?: { keepPreviousSituation: boolean }): unknown;
  evaluate(value: { valeur: string; unité: string }): { nodeValue?: unknown };
}

type EngineClass = new (
  rules: Record<string, unknown>,
  options: { logger: Record<'log' | 'warn' | 'error', () => void> },
) => Engine;

const engineDoor = z.object({ default: z.custom<EngineClass>((value) => typeof value === 'function') });
const rulesDoor = z.object({ default: z.record(z.string(), z.unknown()) });

/** A liberal profession in Paris, in the general scheme, since 2020, with the final tax and without relief. */
const LIBERAL_PROFESSION: Situation = {
  date: '01/02/2026',
  'entreprise . date de création': '01/02/2020',
  'établissement . commune . département': "'Paris'",
  'établissement . commune . département . outre-mer': 'non',
  'entreprise . activité . nature': "'libérale'",
  'entreprise . activité . nature . libérale . réglementée': 'non',
  'entreprise . catégorie juridique': "'EI'",
  'entreprise . catégorie juridique . EI . auto-entrepreneur': 'oui',
  'dirigeant . auto-entrepreneur . impôt . versement libératoire': 'oui',
  'dirigeant . auto-entrepreneur . Acre': 'non',
};
const RECEIPTS = "entreprise . chiffre d'affaires . service BNC";
const DUES = 'dirigeant . auto-entrepreneur . cotisations et contributions';

/** The rival as its users call it: one engine, of which each person changes only the receipts. */
export async function publicodes(): Promise<(monthlyReceipts: number) => MonthlyDues> {
  const [engine, rules] = await Promise.all([doorOf(PUBLICODES, engineDoor), doorOf(MODELE_SOCIAL, rulesDoor)]);
  const silent = { log: () => {}, warn: () => {}, error: () => {} };
  const rival = new engine.default(rules.default, { logger: silent });
  rival.setSituation(LIBERAL_PROFESSION);
  const amount = (valeur: string) => Number(rival.evaluate({ valeur, unité: '€/mois' }).nodeValue);
  return (monthlyReceipts) => {
    rival.setSituation({ [RECEIPTS]: `${monthlyReceipts} €/mois` }, { keepPreviousSituation: true });
    return {
      contributions: amount(`${DUES} . cotisations`),
      training: amount(`${DUES} . CFP`),
      finalTax: amount('dirigeant . auto-entrepreneur . impôt . versement libératoire . montant'),
    };
  };
}

async function doorOf<Schema extends z.ZodType>(pin: Pin, door: Schema): Promise<z.infer<Schema>> {
  const rival = await rivalPackage(pin);
  return rival.unpacked(async (folder) =>
    door.parse(await import(pathToFileURL(path.join(folder, 'dist/index.js')).href)),
  );
}
