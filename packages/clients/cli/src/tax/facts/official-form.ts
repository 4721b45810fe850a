import { GristmillError } from '@gristmill/protocol';
import { type FormDefinition, parseForm } from '@gristmill/remittance';
import { readForms } from '@gristmill/rules';
import type { RulePack } from '@gristmill/tax';

/** The official forms of a pack, by name. @throws RemittanceError `FORM_MALFORMED` */
export async function formsOf(pack: RulePack): Promise<FormDefinition[]> {
  return Object.values(await readForms(pack.id)).map((document) => parseForm(document, pack));
}

/** @throws GristmillError `FORM_UNKNOWN`, naming those that there are; RemittanceError `FORM_MALFORMED` */
export async function loadForm(pack: RulePack, name: string): Promise<FormDefinition> {
  const forms = await formsOf(pack);
  const form = forms.find(({ id }) => id === name);
  if (form !== undefined) return form;
  const known = forms.map(({ id }) => id);
  throw new GristmillError('FORM_UNKNOWN', `There is no form "${name}" of ${pack.id}.`, {
    hint: known.length === 0 ? 'Leave --form out to see its lines.' : `Choose one of: ${known.join(', ')}.`,
  });
}
